import { useTranslation } from 'react-i18next';
import { FilterChips } from '../controls/filter-chips.tsx';
import { SearchField } from '../controls/search-field.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { EvidenceCountsQuery, OutcomeDimension, OutcomeDirection } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { languageName } from '../people/language-name.ts';
import { type EvidenceSearch, searchKeys } from './evidence-search.ts';

type Facets = NonNullable<EvidenceCountsQuery['evidenceFacets']>;

/** Above, what can be chosen, with how much each choice would leave; below, what is chosen, each to be taken away by itself. */
export function EvidenceFilters({ search, facets, onChange, onClear }: EvidenceFiltersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const programmes =
    facets?.programmes.map(({ programme, count }) => ({ value: programme.id, name: programme.name, count })) ?? [];
  const words: Record<keyof EvidenceSearch, (value: string) => string> = {
    search: (value) => `“${value}”`,
    dimension: (value) => t(`dimension.${value as OutcomeDimension}`),
    direction: (value) => t(`direction.${value as OutcomeDirection}`),
    language: (value) => languageName(t, value),
    programmeId: (value) => programmes.find((each) => each.value === value)?.name ?? '…',
    from: (value) => t('evidence.fromMonth', { month: format.month(value) }),
    to: (value) => t('evidence.toMonth', { month: format.month(value) }),
  };
  const choices = [
    { key: 'dimension', label: t('evidence.dimension'), options: facets?.dimensions ?? [] },
    { key: 'direction', label: t('evidence.direction'), options: facets?.directions ?? [] },
    { key: 'language', label: t('evidence.language'), options: facets?.languages ?? [] },
    { key: 'programmeId', label: t('evidence.programme'), options: programmes },
  ] as const;
  const set = searchKeys.filter((key) => search[key] !== '');
  return (
    <div className="grid gap-3">
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <SearchField
          id="evidence-search"
          label={t('evidence.search')}
          submitLabel={t('evidence.searchSubmit')}
          value={search.search}
          className="sm:col-span-2"
          onSearch={(words) => onChange('search', words)}
        />
        {(['from', 'to'] as const).map((key) => (
          <TextField
            key={key}
            type="month"
            label={t(`evidence.${key}`)}
            value={search[key]}
            onChange={({ target }) => onChange(key, target.value)}
          />
        ))}
        {choices.map(({ key, label, options }) => (
          <SelectField
            key={key}
            label={label}
            value={search[key]}
            onChange={({ target }) => onChange(key, target.value)}
          >
            <option value="">{t('evidence.any')}</option>
            {search[key] !== '' && !options.some(({ value }) => value === search[key]) && (
              <option value={search[key]}>{words[key](search[key])}</option>
            )}
            {options.map(({ value, count }) => (
              <option key={value} value={value}>
                {`${words[key](value)} (${format.whole(count)})`}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <FilterChips
        name={t('evidence.filters')}
        chips={set.map((key) => ({ key, words: words[key](search[key]) }))}
        clearWords={t('evidence.clear')}
        onRemove={(key) => onChange(key, '')}
        onClear={onClear}
      />
    </div>
  );
}

interface EvidenceFiltersProps {
  readonly search: EvidenceSearch;
  readonly facets: Facets | null;
  readonly onChange: (key: keyof EvidenceSearch, value: string) => void;
  readonly onClear: () => void;
}
