import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { WebhookDeliveryFilter } from '../generated/graphql.ts';
import { useReplaySinceMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** Handles again everything that was received since a time and fits what the log shows. */
export function ReplaySinceDialog({ filter, onReplayed, onClose }: ReplaySinceDialogProps) {
  const { t } = useTranslation();
  const [replay, { loading, error }] = useReplaySinceMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isMissing, setMissing] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const since = new Date(String(new FormData(event.currentTarget).get('since')));
    setMissing(Number.isNaN(since.getTime()));
    if (Number.isNaN(since.getTime())) return;
    setRefusal(null);
    const { status, endpointId } = filter;
    const input = { since: since.toISOString(), status: status ?? null, endpointId: endpointId ?? null };
    const done = (await replay({ variables: { input } })).data?.replaySince;
    if (done?.__typename === 'Refused') setRefusal(done);
    if (done?.__typename === 'WebhookDeliveriesReplayed') onReplayed(done.count);
  };
  return (
    <ModalDialog title={t('webhooks.replaySince')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-soft">{filter.status ? t('webhooks.replaySinceShown') : t('webhooks.replaySinceText')}</p>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <TextField
          label={t('webhooks.since')}
          error={isMissing ? t('webhooks.sinceMissing') : null}
          name="since"
          type="datetime-local"
          defaultValue={anHourAgo()}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('webhooks.replay')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

/** In the form and the time zone of the browser's own field. */
function anHourAgo(): string {
  const at = new Date(Date.now() - 3_600_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

interface ReplaySinceDialogProps {
  readonly filter: WebhookDeliveryFilter;
  readonly onReplayed: (count: number) => void;
  readonly onClose: () => void;
}
