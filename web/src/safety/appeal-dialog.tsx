import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { SafetyFlagCardFragment } from '../generated/graphql.ts';
import { useAppealSafetyFlagMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** Asks why a decision should be made again. */
export function AppealDialog({ flag, onAppealed, onClose }: AppealDialogProps) {
  const { t } = useTranslation();
  const [appeal, { loading, error }] = useAppealSafetyFlagMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [missing, setMissing] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    setMissing(reason === '');
    if (reason === '') return;
    setRefusal(null);
    const { data } = await appeal({ variables: { input: { id: flag.id, reason } } });
    if (data?.appealSafetyFlag?.__typename === 'Refused') setRefusal(data.appealSafetyFlag);
    else if (data) onAppealed();
  };
  return (
    <ModalDialog title={t('safety.appealTitle')} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4" noValidate>
        <p className="text-soft">{t('safety.appealText')}</p>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <TextField
          label={t('safety.reason')}
          name="reason"
          help={t('safety.noteHelp')}
          maxLength={1000}
          error={missing ? t('safety.reasonMissing') : null}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('safety.appeal')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface AppealDialogProps {
  readonly flag: SafetyFlagCardFragment;
  readonly onAppealed: () => void;
  readonly onClose: () => void;
}
