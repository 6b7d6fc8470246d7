import { useTranslation } from 'react-i18next';
import { useSettled } from '../controls/use-settled.ts';
import { useDueWordsQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';

const kinds = ['sessionFeedback', 'buddyTexts', 'earlierVersions', 'imports', 'webhookBodies'] as const;

/** What the next night would let go with that many days. */
export function DueWordsList({ days }: { days: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, previousData, error } = useDueWordsQuery({
    variables: { days: useSettled(days) },
    // Counted anew each time; in the cache it would also take the place of the setting, which has no id.
    fetchPolicy: 'no-cache',
  });
  const due = (data ?? previousData)?.wordRetention?.due ?? null;
  if (error !== undefined) return <FailureNote error={error} />;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_auto] sm:justify-start">
      {kinds.map((kind) => (
        <div key={kind} className="flex justify-between gap-6 sm:contents">
          <dt className="text-13 text-soft">{t(`wordRetention.kind.${kind}`)}</dt>
          <dd className="text-right text-13 tabular-nums text-ink">{due === null ? '…' : format.whole(due[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}
