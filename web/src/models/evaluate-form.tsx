import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { EvaluationDataset } from '../generated/graphql.ts';
import { useEvaluateModelMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import type { ModelVersionLine } from './version-table.tsx';

const datasets = ['FROZEN', 'DEV', 'GOLDEN'] as const satisfies EvaluationDataset[];

/** Which model, on which texts. */
export function EvaluateForm({ versions, waiting, onAsked }: EvaluateFormProps) {
  const { t } = useTranslation();
  const evaluable = versions.filter((line) => line.evaluable);
  const [version, setVersion] = useState(evaluable[0]?.version ?? '');
  const [dataset, setDataset] = useState<EvaluationDataset>('FROZEN');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [evaluate, evaluating] = useEvaluateModelMutation();

  const ask = async () => {
    setRefusal(null);
    const { data } = await evaluate({ variables: { input: { dataset, modelVersion: version } } });
    if (data?.evaluateModel?.__typename === 'Refused') setRefusal(data.evaluateModel);
    else if (data?.evaluateModel) onAsked(data.evaluateModel.evaluationId);
  };
  return (
    <form
      className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      {refusal && (
        <div className="sm:col-span-3">
          <RefusalNote refusal={refusal} />
        </div>
      )}
      {evaluating.error && <FailureNote error={evaluating.error} />}
      <SelectField label={t('models.version')} value={version} onChange={(event) => setVersion(event.target.value)}>
        {evaluable.map((line) => (
          <option key={line.version}>{line.version}</option>
        ))}
      </SelectField>
      <SelectField
        label={t('models.dataset')}
        value={dataset}
        onChange={(event) => setDataset(event.target.value as EvaluationDataset)}
      >
        {datasets.map((each) => (
          <option key={each} value={each}>
            {t(`models.datasets.${each}`)}
          </option>
        ))}
      </SelectField>
      <Button type="submit" busy={evaluating.loading || waiting}>
        {t('models.evaluate')}
      </Button>
    </form>
  );
}

interface EvaluateFormProps {
  readonly versions: readonly ModelVersionLine[];
  /** What was asked for is not there yet. */
  readonly waiting: boolean;
  readonly onAsked: (evaluationId: string) => void;
}
