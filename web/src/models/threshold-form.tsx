import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { RegistryFieldsFragment } from '../generated/graphql.ts';
import { useOverrideModelThresholdsMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { readThresholds, unread } from './read-thresholds.ts';
import { useThresholdProblems } from './use-threshold-problems.ts';

/** From which confidence on a text counts, by dimension, and the company's own thresholds over the version's. */
export function ThresholdForm({ registry, mayDecide, onChanged }: ThresholdFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [override, { loading, error }] = useOverrideModelThresholdsMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { problemOf, setMissing, setProblems } = useThresholdProblems();
  const dimensions = registry.thresholds.map(({ dimension }) => dimension);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const thresholds = readThresholds(new FormData(event.currentTarget), dimensions);
    setRefusal(null);
    setProblems([]);
    setMissing(unread(thresholds));
    if (unread(thresholds).size > 0) return;
    const { data } = await override({
      variables: { input: { revision: registry.overrideRevision, thresholds } },
    });
    const answer = data?.overrideModelThresholds;
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename === 'ThresholdsOutOfBounds') setProblems(answer.problems);
    if (answer?.__typename === 'ModelRegistryChanged') onChanged();
  };
  return (
    <form className="grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
      <p className="max-w-[72ch] text-13 text-muted">{t('models.thresholdsNote')}</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {registry.thresholds.map(({ dimension, threshold, override: own, floor, effective }) => (
          <TextField
            key={dimension}
            name={dimension}
            label={t(`dimension.${dimension}`)}
            help={t('models.thresholdHelp', {
              effective: format.level(effective),
              threshold: format.level(threshold),
              floor: format.level(floor),
            })}
            inputMode="decimal"
            readOnly={!mayDecide}
            placeholder={format.level(threshold)}
            defaultValue={own ?? ''}
            error={problemOf(dimension)}
          />
        ))}
      </div>
      {mayDecide && (
        <div className="flex justify-end">
          <Button type="submit" busy={loading}>
            {t('models.saveThresholds')}
          </Button>
        </div>
      )}
    </form>
  );
}

interface ThresholdFormProps {
  readonly registry: RegistryFieldsFragment;
  readonly mayDecide: boolean;
  readonly onChanged: () => void;
}
