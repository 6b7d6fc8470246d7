import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { BudgetFieldsFragment } from '../generated/graphql.ts';
import { useSetRemoteModelMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { ModelPrices } from './model-prices.tsx';
import { ModelSelect } from './model-select.tsx';

const places = ['first', 'second', 'third'] as const;

/** The models that read a text after the local one, in the order in which they are asked; none is the usual case. */
export function RemoteModelPanel({ budget, onChanged }: BudgetProps) {
  const { t } = useTranslation();
  const mayDecide = useHasScope('models:write') === true;
  const [choose, { loading, error }] = useSetRemoteModelMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { revision, models: chosen } = budget.settings;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const models = places.map((place) => String(form.get(place) ?? '')).filter((name) => name !== '');
    setRefusal(null);
    const { data } = await choose({ variables: { input: { revision, models } } });
    const answer = data?.setRemoteModel;
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename === 'ModelBudgetSaved') onChanged();
  };
  return (
    <Panel
      title={chosen.length === 0 ? t('modelCost.localOnly') : t('modelCost.readers', { model: chosen[0] })}
      note={t('modelCost.readersNote')}
    >
      <form className="grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <div className="grid gap-4 md:grid-cols-3">
          {places.map((place, at) => (
            <ModelSelect
              key={place}
              name={place}
              label={t(`modelCost.place.${place}`)}
              none={t(at === 0 ? 'modelCost.noneLocal' : 'modelCost.none')}
              models={budget.models}
              chosen={chosen[at] ?? ''}
              disabled={!mayDecide}
            />
          ))}
        </div>
        {mayDecide && (
          <div className="flex justify-end">
            <Button type="submit" busy={loading}>
              {t('modelCost.saveModels')}
            </Button>
          </div>
        )}
      </form>
      <ModelPrices models={budget.models} />
    </Panel>
  );
}

export interface BudgetProps {
  readonly budget: BudgetFieldsFragment;
  readonly onChanged: () => void;
}
