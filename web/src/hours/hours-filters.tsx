import { useTranslation } from 'react-i18next';
import { FilterChips } from '../controls/filter-chips.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useFormat } from '../language/use-format.ts';
import { type HoursSearch, origins, startOf, statuses } from './hours-search.ts';

type FilterKey = Exclude<keyof HoursSearch, 'entry'>;

/** The states stand side by side, what waits first; below, what the list is narrowed by, each to be taken away by itself. */
export function HoursFilters({ search, volunteerName, onChange, onClear }: HoursFiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="mb-1.5 text-13 font-medium text-ink">{t('hours.state')}</legend>
          {(['', ...statuses] as const).map((status) => (
            <label
              key={status}
              className="inline-flex min-h-9 cursor-pointer items-center rounded-base border border-line-strong bg-surface px-3 text-13 text-soft hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="hours-status"
                className="sr-only"
                checked={search.status === status}
                onChange={() => onChange('status', status)}
              />
              {status === '' ? t('hours.all') : t(`hoursStatus.${status}`)}
            </label>
          ))}
        </fieldset>
        <SelectField
          label={t('hours.origin')}
          className="w-44"
          value={search.origin}
          onChange={(event) => onChange('origin', event.target.value)}
        >
          <option value="">{t('hours.all')}</option>
          {origins.map((origin) => (
            <option key={origin} value={origin}>
              {t(`hoursOrigin.${origin}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('hours.from')}
          type="date"
          value={search.from}
          onChange={(event) => onChange('from', event.target.value)}
        />
        <TextField
          label={t('hours.to')}
          type="date"
          value={search.to}
          onChange={(event) => onChange('to', event.target.value)}
        />
      </div>
      <Chips search={search} volunteerName={volunteerName} onChange={onChange} onClear={onClear} />
    </div>
  );
}

function Chips({ search, volunteerName, onChange, onClear }: HoursFiltersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words: Readonly<Record<FilterKey, () => string>> = {
    status: () => (search.status === '' ? '' : t(`hoursStatus.${search.status}`)),
    origin: () => (search.origin === '' ? '' : t(`hoursOrigin.${search.origin}`)),
    volunteer: () => t('hours.ofVolunteer', { name: volunteerName ?? '…' }),
    from: () => t('hours.since', { day: format.day(startOf(search.from)) }),
    to: () => t('hours.until', { day: format.day(startOf(search.to)) }),
  };
  const set = (Object.keys(words) as FilterKey[]).filter((key) => search[key] !== '');
  return (
    <FilterChips
      name={t('hours.filters')}
      chips={set.map((key) => ({ key, words: words[key]() }))}
      clearWords={t('hours.clear')}
      onRemove={(key) => onChange(key, '')}
      onClear={onClear}
    />
  );
}

interface HoursFiltersProps {
  readonly search: HoursSearch;
  /** Of the volunteer whose hours alone are listed, where one may know it. */
  readonly volunteerName: string | null;
  readonly onChange: (key: FilterKey, value: string) => void;
  readonly onClear: () => void;
}
