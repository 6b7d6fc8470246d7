import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { AtBudgetLimit } from '../generated/graphql.ts';
import { useSetModelBudgetMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { BudgetMeter } from './budget-meter.tsx';
import { ModelSelect } from './model-select.tsx';
import type { BudgetProps } from './remote-model-panel.tsx';

/** What remote models may cost in a month, what is spent, and what happens once all of it is. */
export function BudgetPanel({ budget, onChanged }: BudgetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings, month, callsPerMinute } = budget;
  return (
    <Panel
      title={t('modelCost.budgetOf', { month: format.month(month) })}
      note={t(settings.atLimit === 'LOCAL' ? 'modelCost.budgetNote' : 'modelCost.budgetNoteCheaper', {
        model: settings.cheaperModel ?? '',
        calls: callsPerMinute,
      })}
    >
      <BudgetMeter budget={budget} />
      <BudgetForm budget={budget} onChanged={onChanged} />
    </Panel>
  );
}

function BudgetForm({ budget, onChanged }: BudgetProps) {
  const { t } = useTranslation();
  const mayDecide = useHasScope('models:write') === true;
  const [set, { loading, error }] = useSetModelBudgetMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [unread, setUnread] = useState<readonly string[]>([]);
  const { settings, limit, models } = budget;
  const [atLimit, setAtLimit] = useState<AtBudgetLimit>(settings.atLimit);
  const goesOn = atLimit === 'CHEAPER';

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [asked, beyond] = [amountIn(form, 'limit'), goesOn ? amountIn(form, 'cheaperLimit') : 0];
    setRefusal(null);
    setUnread([...(asked === null ? ['limit'] : []), ...(beyond === null ? ['cheaperLimit'] : [])]);
    if (asked === null || beyond === null) return;
    const cheaperModel = goesOn ? String(form.get('cheaperModel') ?? '') || null : null;
    const input = { revision: settings.revision, limit: asked, atLimit, cheaperModel, cheaperLimit: beyond };
    const { data } = await set({ variables: { input } });
    const answer = data?.setModelBudget;
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename === 'ModelBudgetSaved') onChanged();
  };
  const amount = (name: 'limit' | 'cheaperLimit', value: number) => (
    <TextField
      name={name}
      label={t(`modelCost.${name}`)}
      help={t(`modelCost.${name}Help`)}
      inputMode="decimal"
      readOnly={!mayDecide}
      defaultValue={value}
      error={unread.includes(name) ? t('modelCost.amountMissing') : null}
    />
  );
  return (
    <form className="grid gap-4 border-t border-line pt-4" noValidate onSubmit={(event) => void submit(event)}>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {amount('limit', limit)}
        <SelectField
          label={t('modelCost.atLimit')}
          value={atLimit}
          disabled={!mayDecide}
          onChange={(event) => setAtLimit(event.target.value as AtBudgetLimit)}
        >
          <option value="LOCAL">{t('modelCost.atLimits.LOCAL')}</option>
          <option value="CHEAPER">{t('modelCost.atLimits.CHEAPER')}</option>
        </SelectField>
        {goesOn && (
          <>
            <ModelSelect
              name="cheaperModel"
              label={t('modelCost.cheaperModel')}
              none={t('modelCost.choose')}
              models={models}
              chosen={settings.cheaperModel ?? ''}
              disabled={!mayDecide}
            />
            {amount('cheaperLimit', settings.cheaperLimit)}
          </>
        )}
      </div>
      {mayDecide && (
        <div className="flex justify-end">
          <Button type="submit" busy={loading}>
            {t('modelCost.saveBudget')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** With a decimal point or comma; null for what is no amount. */
function amountIn(form: FormData, name: string): number | null {
  const text = String(form.get(name) ?? '').trim();
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}
