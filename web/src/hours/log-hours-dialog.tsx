import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useViewer } from '../frame/viewer-context.ts';
import { useLogHoursMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { hoursIn } from './hours-in.ts';
import { startOf } from './hours-search.ts';

/** Hours that a volunteer gave; most people log their own. */
export function LogHoursDialog({ onLogged, onClose }: LogHoursDialogProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [log, { loading, error }] = useLogHoursMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const problem = (name: string, words: string) => (wrong.has(name) ? words : null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const hours = hoursIn(text('hours'));
    const mistakes = [
      ...(text('email').includes('@') ? [] : ['email']),
      ...(text('day') === '' ? ['day'] : []),
      ...(hours === null ? ['hours'] : []),
    ];
    setRefusal(null);
    setWrong(new Set(mistakes));
    const [first] = mistakes;
    if (first !== undefined || hours === null) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const input = {
      volunteerEmail: text('email'),
      activityDate: startOf(text('day')),
      hours,
      activityType: text('activity') || null,
      organisation: text('organisation') || null,
      location: text('location') || null,
      description: text('description') || null,
    };
    const logged = (await log({ variables: { input } })).data?.logVolunteerHours;
    if (logged?.__typename === 'Refused') setRefusal(logged);
    if (logged?.__typename === 'VolunteerHoursSaved') onLogged();
  };

  return (
    <ModalDialog title={t('hours.log')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-13 text-muted">{t('hours.logLead')}</p>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <TextField
          label={t('hours.volunteerEmail')}
          help={t('hours.volunteerEmailHelp')}
          error={problem('email', t('hours.emailMissing'))}
          name="email"
          type="email"
          defaultValue={viewer?.member?.email ?? ''}
          autoComplete="off"
          spellCheck={false}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('hours.day')}
            error={problem('day', t('hours.dayMissing'))}
            name="day"
            type="date"
            max={new Date().toISOString().slice(0, 10)}
          />
          <TextField
            label={t('hours.hours')}
            help={t('hours.hoursHelp')}
            error={problem('hours', t('hours.hoursWrong'))}
            name="hours"
            inputMode="decimal"
            autoComplete="off"
          />
        </div>
        <TextField label={t('hours.activity')} name="activity" maxLength={200} autoComplete="off" />
        <TextField label={t('hours.organisation')} name="organisation" maxLength={200} autoComplete="off" />
        <TextField label={t('hours.location')} name="location" maxLength={200} autoComplete="off" />
        <TextField label={t('hours.description')} name="description" maxLength={4000} autoComplete="off" />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('hours.logSubmit')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface LogHoursDialogProps {
  readonly onLogged: () => void;
  readonly onClose: () => void;
}
