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
        <Given name={t('webhooks.address')} text={address} />
        <Given name={t('webhooks.secret')} text={issued.secret} />
      </dl>
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton text={address} label={t('webhooks.copyAddress')} look="secondary" />
        <CopyButton text={issued.secret} label={t('webhooks.copySecret')} look="secondary" />
        <Button look="primary" onClick={onClose}>
          {t('keys.kept')}
        </Button>
      </div>
    </ModalDialog>
  );
}

function Given({ name, text }: { name: string; text: string }) {
  return (
    <div className="grid gap-1">
      <dt className="text-13 font-medium text-ink">{name}</dt>
      <dd className="rounded-base border border-line-strong bg-sunken p-3 font-mono text-13 break-all select-all">
        {text}
      </dd>
    </div>
  );
}
