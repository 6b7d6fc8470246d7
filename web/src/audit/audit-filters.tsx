import { useTranslation } from 'react-i18next';
import { FilterChips } from '../controls/filter-chips.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useFormat } from '../language/use-format.ts';
import { type AuditSearch, startOf } from './audit-search.ts';
import { useAuditWords } from './use-audit-words.ts';

type FilterKey = Exclude<keyof AuditSearch, 'line'>;

/** Below the fields stands what the log is narrowed by, each to be taken away by itself. */
export function AuditFilters({ search, actions, members, onChange, onClear }: AuditFiltersProps) {
  const { t } = useTranslation();
  const words = useAuditWords();
  const sorted = actions.toSorted((one, other) => words.action(one).localeCompare(words.action(other)));
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t('audit.action')}
          className="w-52"
          value={actions.includes(search.action) ? search.action : ''}
          onChange={(event) => onChange('action', event.target.value)}
        >
          <option value="">{t('audit.all')}</option>
          {sorted.map((action) => (
            <option key={action} value={action}>
              {words.action(action)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('audit.by')}
          className="w-44"
          value={members.some(({ id }) => `member:${id}` === search.actor) ? search.actor : ''}
          onChange={(event) => onChange('actor', event.target.value)}
        >
          <option value="">{t('audit.all')}</option>
          {members.map(({ id, name }) => (
            <option key={id} value={`member:${id}`}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('audit.target')}
          size={14}
          defaultValue={search.target}
          key={`target ${search.target}`}
          onBlur={(event) => onChange('target', event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && onChange('target', event.currentTarget.value)}
        />
        <TextField
          label={t('audit.from')}
          type="date"
          value={search.from}
          onChange={(event) => onChange('from', event.target.value)}
        />
        <TextField
          label={t('audit.to')}
          type="date"
          value={search.to}
          onChange={(event) => onChange('to', event.target.value)}
        />
      </div>
      <Chips search={search} members={members} onChange={onChange} onClear={onClear} />
    </div>
  );
}

function Chips({ search, members, onChange, onClear }: Omit<AuditFiltersProps, 'actions'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = useAuditWords();
  const name = members.find(({ id }) => `member:${id}` === search.actor)?.name;
  const words: Readonly<Record<FilterKey, () => string>> = {
    action: () => said.action(search.action),
    actor: () => said.actor(search.actor, name),
    target: () => t('audit.onTarget', { target: search.target }),
    from: () => t('audit.since', { day: format.day(startOf(search.from)) }),
    to: () => t('audit.until', { day: format.day(startOf(search.to)) }),
  };
  const set = (Object.keys(words) as FilterKey[]).filter((key) => search[key] !== '');
  return (
    <FilterChips
      name={t('audit.filters')}
      chips={set.map((key) => ({ key, words: words[key]() }))}
      clearWords={t('audit.clear')}
      onRemove={(key) => onChange(key, '')}
      onClear={onClear}
    />
  );
}

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly actions: readonly string[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (key: FilterKey, value: string) => void;
  readonly onClear: () => void;
}
