import { useTranslation } from 'react-i18next';
import { CopyButton } from '../controls/copy-button.tsx';
import { Panel } from '../controls/panel.tsx';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { curlFor, type PartnerOperation, partnerOperation } from './partner-operation.ts';

/** How a partner's system asks: one persisted operation by its id, with the key. Absent where no such operation is registered. */
export function PartnerExample() {
  const { t } = useTranslation();
  if (operation === null) return null;
  const command = curlFor(operation, location.origin);
  return (
    <Panel
      title={t('partner.title')}
      note={t('partner.note')}
      actions={<CopyButton text={command} label={t('partner.copy')} look="secondary" />}
    >
      <ScrollArea name={t('partner.title')} className="overflow-x-auto rounded-base bg-sunken p-4">
        <pre className="font-mono text-12 text-ink">{command}</pre>
      </ScrollArea>
    </Panel>
  );
}

const manifests = import.meta.glob<unknown>('../../../router/manifests/partner.json', {
  eager: true,
  import: 'default',
});
const operation: PartnerOperation | null = partnerOperation(Object.values(manifests)[0], 'PartnerMonthlyMetrics');
