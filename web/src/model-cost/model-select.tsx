import { useTranslation } from 'react-i18next';
import { SelectField } from '../controls/select-field.tsx';
import type { BudgetFieldsFragment } from '../generated/graphql.ts';

/** A choice of model. One without a key in this installation can be seen and not chosen. */
export function ModelSelect({ name, label, none, models, chosen, disabled }: ModelSelectProps) {
  const { t } = useTranslation();
  return (
    <SelectField name={name} label={label} defaultValue={chosen} disabled={disabled}>
      <option value="">{none}</option>
      {models.map((model) => (
        <option key={model.name} value={model.name} disabled={!model.reachable && model.name !== chosen}>
          {model.reachable ? model.name : t('modelCost.withoutKey', { model: model.name })}
        </option>
      ))}
    </SelectField>
  );
}

interface ModelSelectProps {
  readonly name: string;
  readonly label: string;
  /** What it means to choose none. */
  readonly none: string;
  readonly models: BudgetFieldsFragment['models'];
  readonly chosen: string;
  readonly disabled: boolean;
}
