import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../controls/panel.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { EvaluationLineFragment } from '../generated/graphql.ts';
import { useModelComparisonQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { ComparisonWords } from './comparison-words.tsx';

/** Whether this model is better than another one on the same texts, or only luckier. */
export function ComparisonPanel({ candidate, others }: ComparisonPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const comparable = others.filter(({ id, dataset }) => id !== candidate.id && dataset === candidate.dataset);
  const [chosen, setChosen] = useState('');
  const baseline = comparable.find(({ id }) => id === chosen) ?? null;
  const { data, error } = useModelComparisonQuery({
    variables: { baselineId: chosen, candidateId: candidate.id },
    skip: baseline === null,
  });
  const compared = data?.modelComparison;
  if (comparable.length === 0) return null;
  return (
    <Panel title={t('models.comparison')} note={t('models.comparisonNote')}>
      <SelectField
        label={t('models.against')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        className="max-w-96"
      >
        <option value="">{t('models.choose')}</option>
        {comparable.map(({ id, scoresAs, evaluatedAt }) => (
          <option key={id} value={id}>
            {scoresAs}, {format.dateTime(evaluatedAt)}
          </option>
        ))}
      </SelectField>
      {error && <FailureNote error={error} />}
      {compared && baseline && (
        <ComparisonWords compared={compared} candidate={candidate.scoresAs} baseline={baseline.scoresAs} />
      )}
    </Panel>
  );
}

interface ComparisonPanelProps {
  readonly candidate: EvaluationLineFragment;
  readonly others: readonly EvaluationLineFragment[];
}
