import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { FeatureRowFragment } from '../generated/graphql.ts';
import { useSetCompanyFeatureMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** One feature: what it is, for whom it is on, and the share that is to have it. */
export function FeaturePanel({ row, onSet }: { row: FeatureRowFragment; onSet: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { feature, members, membersOn, changedAt, changedBy } = row;
  const [wish, setWish] = useState(row.percentage);
  const [set, { loading, error }] = useSetCompanyFeatureMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [said, setSaid] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = (await set({ variables: { input: { feature, percentage: wish } } })).data?.setCompanyFeature;
    setRefusal(answer?.__typename === 'Refused' ? answer : null);
    if (answer?.__typename !== 'CompanyFeatureSet') return;
    setSaid(t('features.saved'));
    onSet();
  };
  return (
    <Panel
      title={t(`feature.${feature}.title`)}
      note={t(`feature.${feature}.note`)}
      actions={
        <span className="rounded-full bg-pressed px-2.5 py-0.5 text-12 font-medium text-soft">
          {t('features.on', { count: members, on: membersOn })}
        </span>
      }
    >
      <form onSubmit={submit} className="grid gap-3">
        {error !== undefined && <FailureNote error={error} />}
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <label htmlFor={id} className="text-13 font-medium text-ink">
          {t('features.share')}
        </label>
        <div className="flex flex-wrap items-center gap-4">
          <input
            id={id}
            type="range"
            min={0}
            max={100}
            step={5}
            value={wish}
            aria-valuetext={format.percent(wish / 100)}
            onChange={(event) => {
              setWish(Number(event.target.value));
              setSaid('');
            }}
            className="h-6 w-64 max-w-full accent-accent"
          />
          <output htmlFor={id} className="min-w-14 tabular-nums">
            {format.percent(wish / 100)}
          </output>
          <Button type="submit" busy={loading} disabled={wish === row.percentage}>
            {t('features.save')}
          </Button>
          <span role="status" className="text-13 text-good">
            {said}
          </span>
        </div>
        {changedAt !== null && (
          <p className="text-12 text-muted">
            {t('features.changed', { time: format.dateTime(changedAt), name: changedBy?.name ?? '–' })}
          </p>
        )}
      </form>
    </Panel>
  );
}
