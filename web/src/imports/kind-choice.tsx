import { useTranslation } from 'react-i18next';
import { SelectField } from '../controls/select-field.tsx';
import type { RecordKind } from '../generated/graphql.ts';
import { recordKinds } from './record-kinds.ts';

/** What the rows are taken for; it was found by the columns, and a person may know better. */
export function KindChoice({ kind, disabled, onChoose }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <SelectField
      label={t('plan.kind')}
      className="max-w-80"
      disabled={disabled}
      value={kind}
      onChange={({ target }) => onChoose(recordKinds.find((one) => one === target.value) ?? kind)}
    >
      {recordKinds.map((one) => (
        <option key={one} value={one}>
          {t(`recordKind.${one}`)}
        </option>
      ))}
    </SelectField>
  );
}

interface KindChoiceProps {
  readonly kind: RecordKind;
  readonly disabled: boolean;
  readonly onChoose: (kind: RecordKind) => void;
}
