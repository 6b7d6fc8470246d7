import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { WordRetentionFieldsFragment } from '../generated/graphql.ts';
import { useSetWordRetentionMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { DueWordsList } from './due-words-list.tsx';

/** The days, and what they would let go next: it is seen before it is chosen. */
export function RetentionPanel({
  retention,
  onAnswer,
}: {
  retention: WordRetentionFieldsFragment;
  onAnswer: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { days, defaultDays, shortestDays, longestDays, revision, changedAt, changedBy, nextNight } = retention;
  const [wish, setWish] = useState(days);
  const [set, { loading, error }] = useSetWordRetentionMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = (await set({ variables: { input: { days: wish, revision } } })).data?.setWordRetention;
    setRefusal(answer?.__typename === 'Refused' ? answer : null);
    // Also after a refusal: somebody else may have chosen meanwhile.
    onAnswer();
  };
  return (
    <>
      <Panel title={t('wordRetention.time')} note={t('wordRetention.timeNote')}>
        <form onSubmit={submit} className="grid gap-3">
          {error !== undefined && <FailureNote error={error} />}
          {refusal !== null && <RefusalNote refusal={refusal} />}
          <label htmlFor={id} className="text-13 font-medium text-ink">
            {t('wordRetention.days')}
          </label>
          <div className="flex flex-wrap items-center gap-4">
            <input
              id={id}
              type="range"
              min={shortestDays}
              max={longestDays}
              step={1}
              value={wish}
              aria-valuetext={t('wordRetention.inDays', { count: wish })}
              onChange={(event) => setWish(Number(event.target.value))}
              className="h-6 w-64 max-w-full accent-accent"
            />
            <output htmlFor={id} className="min-w-20 tabular-nums">
              {t('wordRetention.inDays', { count: wish })}
            </output>
            <Button type="submit" busy={loading} disabled={wish === days}>
              {t('wordRetention.save')}
            </Button>
          </div>
          <p className="text-12 text-muted" role="status">
            {changedAt === null
              ? t('wordRetention.unchosen', { count: defaultDays })
              : t('wordRetention.changed', {
                  kept: t('wordRetention.inDays', { count: days }),
                  time: format.dateTime(changedAt),
                  name: changedBy?.name ?? '–',
                })}
          </p>
        </form>
      </Panel>
      <Panel
        title={t('wordRetention.due', { time: format.dateTime(nextNight) })}
        note={t(wish < days ? 'wordRetention.dueSooner' : 'wordRetention.dueNote')}
      >
        <DueWordsList days={wish} />
      </Panel>
    </>
  );
}
