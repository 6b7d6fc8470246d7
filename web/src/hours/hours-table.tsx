import { useTranslation } from 'react-i18next';
import { ScrollArea } from '../controls/scroll-area.tsx';
import type { HoursRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { personName } from '../people/person-name.ts';
import { HoursBadge } from './hours-badge.tsx';

/** Of the rows on the page, those that the viewer may approve can be chosen. */
export function HoursTable({ rows, selected, onSelect, onOpen }: HoursTableProps) {
  const { t } = useTranslation();
  const choosable = rows.filter(isChoosable).map(({ id }) => id);
  const allSelected = selected !== null && choosable.length > 0 && choosable.every((id) => selected.has(id));
  return (
    <ScrollArea name={t('hours.list')}>
      <table className="w-full min-w-160 border-collapse">
        <thead>
          <tr className="border-b border-line-strong text-13 text-muted">
            {selected !== null && (
              <th scope="col" className="w-8 py-2 pr-2 text-left">
                <input
                  type="checkbox"
                  className="block size-4 accent-accent"
                  aria-label={t('hours.selectAll')}
                  disabled={choosable.length === 0}
                  checked={allSelected}
                  onChange={() => onSelect(new Set(allSelected ? [] : choosable))}
                />
              </th>
            )}
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('hours.day')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('hours.volunteer')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('hours.activity')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('hours.state')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('hours.hours')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} selected={selected} onSelect={onSelect} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function isChoosable({ status, isOwn }: HoursRowFragment): boolean {
  return status === 'LOGGED' && !isOwn;
}

function Row({ row, selected, onSelect, onOpen }: Omit<HoursTableProps, 'rows'> & { row: HoursRowFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = format.day(row.activityDate);
  const name = personName(row.volunteer);
  const toggle = () => {
    const next = new Set(selected);
    if (!next.delete(row.id)) next.add(row.id);
    onSelect(next);
  };
  return (
    <tr className="border-b border-line last:border-b-0 hover:bg-sunken">
      {selected !== null && (
        <td className="py-2 pr-2">
          {isChoosable(row) && (
            <input
              type="checkbox"
              className="block size-4 accent-accent"
              aria-label={t('hours.select', { name, day })}
              checked={selected.has(row.id)}
              onChange={toggle}
            />
          )}
        </td>
      )}
      <td className="py-2 pr-4 whitespace-nowrap text-soft">{day}</td>
      <th scope="row" className="max-w-72 py-2 pr-4 text-left font-regular">
        <button
          type="button"
          onClick={() => onOpen(row.id)}
          className="block max-w-full truncate py-0.5 text-left font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current"
        >
          {name}
        </button>
      </th>
      <td className="max-w-72 py-2 pr-4 text-13 text-soft">
        <span className="block truncate">{row.activityType ?? '–'}</span>
        {row.organisation !== null && <span className="block truncate text-12 text-muted">{row.organisation}</span>}
      </td>
      <td className="py-2 pr-4 whitespace-nowrap">
        <HoursBadge status={row.status} />
        <span className="ml-2 text-12 text-muted">{t(`hoursOrigin.${row.origin}`)}</span>
      </td>
      <td className={`py-2 text-right tabular-nums ${row.isInSession ? 'text-muted line-through' : ''}`}>
        {format.precise(row.hours)}
        {row.isInSession && <span className="sr-only">{t('hoursStatusMeans.IN_SESSION')}</span>}
      </td>
    </tr>
  );
}

interface HoursTableProps {
  readonly rows: readonly HoursRowFragment[];
  /** Null for who does not approve. */
  readonly selected: ReadonlySet<string> | null;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onOpen: (id: string) => void;
}
