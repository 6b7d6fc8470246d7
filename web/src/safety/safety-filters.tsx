import { useTranslation } from 'react-i18next';
import { SelectField } from '../controls/select-field.tsx';
import type { SafetyCategory, SafetyFlagFilter, SafetySeverity } from '../generated/graphql.ts';

export interface ChosenFilter {
  readonly category: SafetyCategory | '';
  readonly severity: SafetySeverity | '';
}

export const noFilter: ChosenFilter = { category: '', severity: '' };

export function filterOf({ category, severity }: ChosenFilter): SafetyFlagFilter {
  return { waiting: true, category: category || null, severity: severity || null };
}

/** What the queue is narrowed to. */
export function SafetyFilters({ chosen, onChoose }: SafetyFiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SelectField
        label={t('safety.category')}
        className="w-56"
        value={chosen.category}
        onChange={(event) => onChoose({ ...chosen, category: event.target.value as ChosenFilter['category'] })}
      >
        <option value="">{t('safety.any')}</option>
        {categories.map((category) => (
          <option key={category} value={category}>
            {t(`safetyCategory.${category}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('safety.severity')}
        className="w-40"
        value={chosen.severity}
        onChange={(event) => onChoose({ ...chosen, severity: event.target.value as ChosenFilter['severity'] })}
      >
        <option value="">{t('safety.any')}</option>
        {severities.map((severity) => (
          <option key={severity} value={severity}>
            {t(`safetySeverity.${severity}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

const categories = [
  'SELF_HARM',
  'THREAT',
  'HATE',
  'PROFANITY',
  'SPAM',
  'CONTACT_DETAILS',
  'PROMPT_INJECTION',
] as const satisfies SafetyCategory[];
const severities = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'] as const satisfies SafetySeverity[];

interface SafetyFiltersProps {
  readonly chosen: ChosenFilter;
  readonly onChoose: (chosen: ChosenFilter) => void;
}
