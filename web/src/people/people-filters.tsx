import { useTranslation } from 'react-i18next';
import { FilterChips } from '../controls/filter-chips.tsx';
import { SearchField } from '../controls/search-field.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { usePeopleProgrammesQuery } from '../generated/hooks.ts';
import { languageName, peopleLanguages } from './language-name.ts';
import type { PeopleSearch } from './people-search.ts';

/** Above, what the list can be narrowed by; below, what it is narrowed by, each to be taken away by itself. */
export function PeopleFilters({ search, onChange, onClear }: PeopleFiltersProps) {
  const { t } = useTranslation();
  const { data } = usePeopleProgrammesQuery();
  const programmes = data?.programmes?.nodes ?? [];
  const chips = [
    { key: 'search', words: t('people.filter.search', { search: search.search }) },
    {
      key: 'programmeId',
      words: t('people.filter.programme', {
        programme: programmes.find(({ id }) => id === search.programmeId)?.name ?? '…',
      }),
    },
    { key: 'language', words: t('people.filter.language', { language: languageName(t, search.language) }) },
    {
      key: 'conflicts',
      words: search.conflicts === 'open' ? t('people.filter.conflicts') : t('people.filter.noConflicts'),
    },
  ] as const;
  const set = chips.filter(({ key }) => search[key] !== '');
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))]">
        <SearchField
          id="people-search"
          label={t('people.search')}
          submitLabel={t('people.searchSubmit')}
          value={search.search}
          hint={t('people.searchHint')}
          onSearch={(words) => onChange('search', words)}
        />
        <SelectField
          label={t('people.programme')}
          value={search.programmeId}
          onChange={(event) => onChange('programmeId', event.target.value)}
        >
          <option value="">{t('people.any')}</option>
          {programmes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('people.language')}
          value={search.language}
          onChange={(event) => onChange('language', event.target.value)}
        >
          <option value="">{t('people.any')}</option>
          {peopleLanguages.map((language) => (
            <option key={language} value={language}>
              {languageName(t, language)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('people.conflicts')}
          value={search.conflicts}
          onChange={(event) => onChange('conflicts', event.target.value)}
        >
          <option value="">{t('people.any')}</option>
          <option value="open">{t('people.withConflicts')}</option>
          <option value="none">{t('people.withoutConflicts')}</option>
        </SelectField>
      </div>
      <FilterChips
        name={t('people.filters')}
        chips={set}
        clearWords={t('people.clear')}
        onRemove={(key) => onChange(key, '')}
        onClear={onClear}
      />
    </div>
  );
}

interface PeopleFiltersProps {
  readonly search: PeopleSearch;
  readonly onChange: (key: keyof PeopleSearch, value: string) => void;
  readonly onClear: () => void;
}
