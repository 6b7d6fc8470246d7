import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useActivateModelVersionMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** Has new texts scored by a version, now or from a time on. */
export function ActivateDialog({ version, onChanged, onClose }: ActivateDialogProps) {
  const { t } = useTranslation();
  const [activate, { loading, error }] = useActivateModelVersionMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const from = String(new FormData(event.currentTarget).get('from') ?? '');
    const effectiveFrom = from === '' ? null : new Date(from).toISOString();
    setRefusal(null);
    const { data } = await activate({ variables: { input: { version, effectiveFrom } } });
    if (data?.activateModelVersion?.__typename === 'Refused') setRefusal(data.activateModelVersion);
    else if (data?.activateModelVersion) {
      onChanged();
      onClose();
    }
  };
  return (
    <ModalDialog title={t('models.activateNamed', { version })} onClose={onClose}>
      <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <p className="text-14 text-soft">{t('models.activateNote')}</p>
        <TextField
          name="from"
          type="datetime-local"
          label={t('models.effectiveFrom')}
          help={t('models.effectiveFromHelp')}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('models.activate')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface ActivateDialogProps {
  readonly version: string;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}
