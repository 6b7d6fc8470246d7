import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { WebhookSignature } from '../generated/graphql.ts';
import { useCreateWebhookEndpointMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import type { IssuedSecret } from './issued-secret-dialog.tsx';

export function CreateEndpointDialog({ onIssued, onClose }: CreateEndpointDialogProps) {
  const { t } = useTranslation();
  const [create, { loading, error }] = useCreateWebhookEndpointMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [nameMissing, setNameMissing] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field) ?? '').trim();
    setRefusal(null);
    setNameMissing(text('name') === '');
    if (text('name') === '') return;
    const input = {
      name: text('name'),
      source: text('source').toLowerCase(),
      signature: text('signature') as WebhookSignature,
      senderCompanyId: text('senderCompanyId') || null,
    };
    const { data } = await create({ variables: { input } });
    const made = data?.createWebhookEndpoint;
    if (made?.__typename === 'Refused') setRefusal(made);
    if (made?.__typename === 'WebhookSecretIssued') onIssued({ endpoint: made.endpoint, secret: made.secret });
  };

  return (
    <ModalDialog title={t('webhooks.create')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <TextField
          label={t('webhooks.name')}
          help={t('webhooks.nameHelp')}
          error={nameMissing ? t('webhooks.nameMissing') : null}
          name="name"
          maxLength={100}
          autoComplete="off"
          autoFocus
        />
        <TextField
          label={t('webhooks.source')}
          help={t('webhooks.sourceHelp')}
          name="source"
          defaultValue="kintell"
          list="webhook-sources"
          maxLength={40}
          autoComplete="off"
        />
        <datalist id="webhook-sources">
          {['kintell', 'buddy', 'upskilling'].map((source) => (
            <option key={source} value={source} />
          ))}
        </datalist>
        <SelectField label={t('webhooks.signature')} name="signature" defaultValue="STANDARD">
          <option value="STANDARD">{t('signature.STANDARD')}</option>
          <option value="PLAIN">{t('signature.PLAIN')}</option>
        </SelectField>
        <TextField
          label={t('webhooks.senderCompanyId')}
          help={t('webhooks.senderCompanyIdHelp')}
          name="senderCompanyId"
          maxLength={100}
          autoComplete="off"
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('webhooks.createSubmit')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface CreateEndpointDialogProps {
  readonly onIssued: (secret: IssuedSecret) => void;
  readonly onClose: () => void;
}
