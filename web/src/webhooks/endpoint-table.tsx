import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { ScrollArea } from '../controls/scroll-area.tsx';
import type { EndpointRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { addressOf } from './address-of.ts';

export function EndpointTable({ endpoints, mayWrite, ...actions }: EndpointTableProps) {
  const { t } = useTranslation();
  return (
    <ScrollArea name={t('webhooks.endpoints')}>
      <table className="w-full min-w-200 border-collapse">
        <thead>
          <tr className="border-b border-line-strong text-13 text-muted">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('webhooks.name')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('webhooks.address')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('webhooks.secrets')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('keys.state')}
            </th>
            {mayWrite && (
              <th scope="col" className="py-2 text-right font-medium">
                <span className="sr-only">{t('keys.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {endpoints.map((endpoint) => (
            <tr key={endpoint.id} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="py-2.5 pr-4 text-left">
                <span className="block font-medium">{endpoint.name}</span>
                <span className="block text-12 font-regular text-muted">{t(`signature.${endpoint.signature}`)}</span>
                {endpoint.senderCompanyId !== null && (
                  <span className="block text-12 font-regular text-muted">
                    {t('webhooks.calledBySender', { id: endpoint.senderCompanyId })}
                  </span>
                )}
              </th>
              <td className="py-2 pr-4">
                <div className="flex max-w-80 items-start gap-1">
                  <span className="min-w-0 py-1.5 font-mono text-12 break-all text-soft">{endpoint.path}</span>
                  <CopyButton
                    text={addressOf(endpoint)}
                    label={t('webhooks.copyShort')}
                    name={t('webhooks.copyAddressNamed', { name: endpoint.name })}
                  />
                </div>
              </td>
              <td className="py-2.5 pr-4 whitespace-nowrap">
                <Secrets endpoint={endpoint} />
              </td>
              <td className="py-2.5 pr-4">
                <StateBadge isDisabled={endpoint.disabledAt !== null} />
              </td>
              {mayWrite && (
                <td className="py-2 text-right whitespace-nowrap">
                  <Actions endpoint={endpoint} {...actions} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Secrets({ endpoint }: { endpoint: EndpointRowFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="grid gap-1">
      {(endpoint.secrets ?? []).map(({ id, prefix, expiresAt }) => (
        <li key={id} className="grid">
          <span className="font-mono text-12 text-soft">{prefix}…</span>
          {expiresAt !== null && (
            <span className="text-12 text-attention">{t('keys.until', { time: format.dateTime(expiresAt) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function StateBadge({ isDisabled }: { isDisabled: boolean }) {
  const { t } = useTranslation();
  const look = isDisabled ? 'bg-pressed text-soft' : 'bg-good-tint text-good';
  return (
    <span className={`inline-block rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${look}`}>
      {isDisabled ? t('webhooks.disabled') : t('webhooks.receiving')}
    </span>
  );
}

function Actions({ endpoint, onRotate, onSwitch, onTest }: EndpointActions & { endpoint: EndpointRowFragment }) {
  const { t } = useTranslation();
  const { name, disabledAt } = endpoint;
  if (disabledAt !== null) {
    return (
      <Button look="quiet" onClick={() => onSwitch(endpoint)} aria-label={t('webhooks.enableNamed', { name })}>
        {t('webhooks.enable')}
      </Button>
    );
  }
  return (
    <>
      <Button look="quiet" onClick={() => onTest(endpoint)} aria-label={t('webhooks.testNamed', { name })}>
        {t('webhooks.test')}
      </Button>
      <Button look="quiet" onClick={() => onRotate(endpoint)} aria-label={t('webhooks.rotateNamed', { name })}>
        {t('webhooks.rotate')}
      </Button>
      <Button look="quiet" onClick={() => onSwitch(endpoint)} aria-label={t('webhooks.disableNamed', { name })}>
        {t('webhooks.disable')}
      </Button>
    </>
  );
}

interface EndpointActions {
  readonly onRotate: (endpoint: EndpointRowFragment) => void;
  readonly onSwitch: (endpoint: EndpointRowFragment) => void;
  readonly onTest: (endpoint: EndpointRowFragment) => void;
}

interface EndpointTableProps extends EndpointActions {
  readonly endpoints: readonly EndpointRowFragment[];
  readonly mayWrite: boolean;
}
