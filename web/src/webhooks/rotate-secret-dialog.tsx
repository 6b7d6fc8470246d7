import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { EndpointRowFragment } from '../generated/graphql.ts';
import { useRotateWebhookSecretMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import type { IssuedSecret } from './issued-secret-dialog.tsx';

export function RotateSecretDialog({ endpoint, onIssued, onClose }: RotateSecretDialogProps) {
  const { t } = useTranslation();
  const [rotate, { loading, error }] = useRotateWebhookSecretMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const overlapHours = Number(new FormData(event.currentTarget).get('hours'));
    setRefusal(null);
    const { data } = await rotate({ variables: { input: { id: endpoint.id, overlapHours } } });
    const made = data?.rotateWebhookSecret;
    if (made?.__typename === 'Refused') setRefusal(made);
    if (made?.__typename === 'WebhookSecretIssued') onIssued({ endpoint: made.endpoint, secret: made.secret });
  };
  return (
    <ModalDialog title={t('webhooks.rotateTitle', { name: endpoint.name })} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <p className="text-soft">{t('webhooks.rotateText')}</p>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <SelectField label={t('webhooks.overlap')} name="hours" defaultValue="24">
          {[0, 1, 24, 168, 720].map((hours) => (
            <option key={hours} value={hours}>
              {t(`rotate.hours.${hours as 0}`)}
            </option>
          ))}
        </SelectField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('webhooks.rotate')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface RotateSecretDialogProps {
  readonly endpoint: EndpointRowFragment;
  readonly onIssued: (secret: IssuedSecret) => void;
  readonly onClose: () => void;
}
