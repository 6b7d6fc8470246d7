import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import type { EndpointRowFragment } from '../generated/graphql.ts';
import { addressOf } from './address-of.ts';

export interface IssuedSecret {
  readonly endpoint: EndpointRowFragment;
  readonly secret: string;
}

/** The one time that a secret is seen. It closes by its button alone, so that no stray press loses the secret. */
export function IssuedSecretDialog({ issued, onClose }: { issued: IssuedSecret; onClose: () => void }) {
  const { t } = useTranslation();
  const address = addressOf(issued.endpoint);
  return (
    <ModalDialog title={t('webhooks.issued', { name: issued.endpoint.name })} closable={false} onClose={onClose}>
      <p className="text-soft">{t('webhooks.issuedText')}</p>
      <dl className="grid gap-3">
        <Given name={t('webhooks.address')} text={address} copyName={t('webhooks.copyAddress')} />
        <Given name={t('webhooks.secret')} text={issued.secret} copyName={t('webhooks.copySecret')} />
      </dl>
      <div className="flex justify-end">
        <Button look="primary" onClick={onClose}>
          {t('keys.kept')}
        </Button>
      </div>
    </ModalDialog>
  );
}

function Given({ name, text, copyName }: { name: string; text: string; copyName: string }) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-1">
      <dt className="text-13 font-medium text-ink">{name}</dt>
      <dd className="flex items-start gap-2 rounded-base border border-line-strong bg-sunken py-1 pr-1 pl-3">
        <span className="min-w-0 flex-1 py-1.5 font-mono text-13 break-all select-all">{text}</span>
        <CopyButton text={text} label={t('webhooks.copyShort')} name={copyName} />
      </dd>
    </div>
  );
}
