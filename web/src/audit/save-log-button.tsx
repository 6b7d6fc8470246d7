import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { type AuditSearch, fileAddress } from './audit-search.ts';
import { saveLog } from './save-log.ts';

export function SaveLogButton({ search }: { search: AuditSearch }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const save = () => {
    setState('busy');
    saveLog(fileAddress(search)).then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return (
    <div className="grid justify-items-end gap-1">
      <Button icon="download" busy={state === 'busy'} onClick={save}>
        {t('audit.download')}
      </Button>
      <p role="status" className="text-12 font-medium text-bad empty:hidden">
        {state === 'failed' ? t('audit.downloadFailed') : ''}
      </p>
    </div>
  );
}
