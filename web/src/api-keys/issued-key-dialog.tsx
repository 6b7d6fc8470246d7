import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';

export interface IssuedKey {
  readonly name: string;
  readonly secret: string;
}

/** The one time that the key itself is seen. It closes by its button alone, so that no stray press loses the key. */
export function IssuedKeyDialog({ issued, onClose }: { issued: IssuedKey; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ModalDialog title={t('keys.issued', { name: issued.name })} closable={false} onClose={onClose}>
      <p className="text-soft">{t('keys.issuedText')}</p>
      <p className="rounded-base border border-line-strong bg-sunken p-3 font-mono text-13 break-all select-all">
        {issued.secret}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton text={issued.secret} label={t('keys.copy')} look="secondary" />
        <Button look="primary" onClick={onClose}>
          {t('keys.kept')}
        </Button>
      </div>
    </ModalDialog>
  );
}
