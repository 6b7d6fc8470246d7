import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { HoursEntryQuery } from '../generated/graphql.ts';
import { useApproveHoursMutation, useCorrectHoursMutation, useDeclineHoursMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { hoursIn } from './hours-in.ts';
import { dayOf, startOf } from './hours-search.ts';

type Entry = NonNullable<HoursEntryQuery['volunteerActivity']>;
type Answer = { readonly __typename: 'VolunteerHoursSaved' } | ({ readonly __typename: 'Refused' } & Refusal);

/** Approve as it is, or say what is right, or say no; the last two with a reason that stays. */
export function ReviewForm({ entry, onDecided, onStale }: ReviewFormProps) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<'correct' | 'decline' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [approve, approving] = useApproveHoursMutation();
  const seen = { id: entry.id, revision: entry.revision };

  const settle = (answer: Answer | null | undefined, words: string) => {
    if (answer?.__typename === 'Refused') {
      setRefusal(answer);
      if (answer.code === 'HOURS_CHANGED') onStale();
    }
    if (answer?.__typename === 'VolunteerHoursSaved') onDecided(words);
  };
  const onApprove = async () => {
    setRefusal(null);
    const { data } = await approve({ variables: { activities: [seen] } });
    settle(data?.approveVolunteerHours, t('hours.approved', { count: 1 }));
  };
  const failure = approving.error;

  return (
    <section aria-label={t('hours.review')} className="grid gap-4 rounded-base border border-line bg-sunken p-4">
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {failure !== undefined && <FailureNote error={failure} />}
      <div className="flex flex-wrap gap-2">
        {entry.status !== 'APPROVED' && (
          <Button look="primary" icon="check" onClick={() => void onApprove()} busy={approving.loading}>
            {t('hours.approve')}
          </Button>
        )}
        <Button aria-expanded={mode === 'correct'} onClick={() => setMode(mode === 'correct' ? null : 'correct')}>
          {t('hours.correct')}
        </Button>
        {entry.status !== 'DECLINED' && (
          <Button
            look="danger"
            aria-expanded={mode === 'decline'}
            onClick={() => setMode(mode === 'decline' ? null : 'decline')}
          >
            {t('hours.decline')}
          </Button>
        )}
      </div>
      {mode === 'correct' && <Correction entry={entry} onAnswer={(answer) => settle(answer, t('hours.corrected'))} />}
      {mode === 'decline' && <Decline entry={entry} onAnswer={(answer) => settle(answer, t('hours.declined'))} />}
    </section>
  );
}

function Correction({ entry, onAnswer }: DecisionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [correct, { loading, error }] = useCorrectHoursMutation();
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const hours = hoursIn(text('hours'));
    const mistakes = [
      ...(hours === null ? ['hours'] : []),
      ...(text('day') === '' ? ['day'] : []),
      ...(text('reason') === '' ? ['reason'] : []),
    ];
    setWrong(new Set(mistakes));
    if (hours === null || mistakes.length > 0) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name="${mistakes[0]}"]`)?.focus();
      return;
    }
    const { id, revision } = entry;
    const input = { id, revision, hours, activityDate: startOf(text('day')), reason: text('reason') };
    onAnswer((await correct({ variables: { input } })).data?.correctVolunteerHours);
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {error !== undefined && <FailureNote error={error} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('hours.hours')}
          error={wrong.has('hours') ? t('hours.hoursWrong') : null}
          name="hours"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={format.precise(entry.hours)}
        />
        <TextField
          label={t('hours.day')}
          error={wrong.has('day') ? t('hours.dayMissing') : null}
          name="day"
          type="date"
          defaultValue={dayOf(entry.activityDate)}
        />
      </div>
      <TextField
        label={t('hours.reason')}
        help={t('hours.reasonHelp')}
        error={wrong.has('reason') ? t('hours.reasonMissing') : null}
        name="reason"
        maxLength={500}
        autoComplete="off"
      />
      <div>
        <Button type="submit" look="primary" busy={loading}>
          {t('hours.correctSubmit')}
        </Button>
      </div>
    </form>
  );
}

function Decline({ entry, onAnswer }: DecisionProps) {
  const { t } = useTranslation();
  const [decline, { loading, error }] = useDeclineHoursMutation();
  const [missing, setMissing] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    setMissing(reason === '');
    if (reason === '') {
      event.currentTarget.querySelector<HTMLInputElement>('[name="reason"]')?.focus();
      return;
    }
    const { id, revision } = entry;
    onAnswer((await decline({ variables: { input: { id, revision, reason } } })).data?.declineVolunteerHours);
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {error !== undefined && <FailureNote error={error} />}
      <TextField
        label={t('hours.reason')}
        help={t('hours.reasonHelp')}
        error={missing ? t('hours.reasonMissing') : null}
        name="reason"
        maxLength={500}
        autoComplete="off"
      />
      <div>
        <Button type="submit" look="danger" busy={loading}>
          {t('hours.declineSubmit')}
        </Button>
      </div>
    </form>
  );
}

interface DecisionProps {
  readonly entry: Entry;
  readonly onAnswer: (answer: Answer | null | undefined) => void;
}

interface ReviewFormProps {
  readonly entry: Entry;
  /** With what is to be said of it. */
  readonly onDecided: (words: string) => void;
  /** The entry is not what is shown any more. */
  readonly onStale: () => void;
}
