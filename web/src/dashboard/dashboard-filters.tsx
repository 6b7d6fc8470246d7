import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { useDashboardProgrammesQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import type { DashboardSearch } from './dashboard-search.ts';
import { firstDayOf, type Grain, grains, lastMonthOf, periodAfter, periodOf } from './period.ts';
import { periodTitle } from './period-words.ts';

/** Which period and whose programme the whole page is of. Each choice is a step that Back undoes. */
export function DashboardFilters({ search, oldestMonth, newestMonth, onChoose, onClear }: DashboardFiltersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const programmes = useDashboardProgrammesQuery().data?.programmes?.nodes ?? [];
  const choices = grains.map((grain) => ({ grain, periods: periodsIn(grain, oldestMonth, newestMonth) }));
  const isListed = choices.some(({ periods }) => periods.some((period) => period === search.period));
  const { period, programme } = search;
  return (
    <>
      <SelectField
        label={t('dashboardFilters.period')}
        value={period ?? ''}
        onChange={({ target }) => onChoose('period', target.value)}
        className="min-w-52"
      >
        {programme === null && <option value="">{t('period.allTime')}</option>}
        {grains.map((grain) => (
          <option key={grain} value={grain}>
            {t(`dashboardFilters.newest.${grain}`)}
          </option>
        ))}
        {period !== null && !isListed && !grains.some((grain) => grain === period) && (
          <option value={period}>{periodTitle(t, format, period)}</option>
        )}
        {choices.map(({ grain, periods }) => (
          <optgroup key={grain} label={t(`dashboardFilters.grain.${grain}`)}>
            {periods.map((name) => (
              <option key={name} value={name}>
                {periodTitle(t, format, name)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <SelectField
        label={t('trends.programme')}
        value={programme ?? ''}
        onChange={({ target }) => onChoose('programme', target.value)}
        className="min-w-52"
      >
        <option value="">{t('trends.all')}</option>
        {programmes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {(period !== null || programme !== null) && (
        <Button look="quiet" icon="close" onClick={onClear}>
          {t('dashboardFilters.clear')}
        </Button>
      )}
    </>
  );
}

/** Those that there is something of, the newest first; older ones than these are chosen on the page of trends. */
const mostListed = { WEEK: 26, MONTH: 36, QUARTER: 20 } as const satisfies Record<Grain, number>;

function periodsIn(grain: Grain, oldestMonth: string | null, newestMonth: string | null): string[] {
  if (oldestMonth === null || newestMonth === null) return [];
  const end = firstDayOf(periodAfter(newestMonth)).getTime() - 1;
  const last = periodOf(new Date(Math.min(end, Date.now())), grain);
  const periods = Array.from({ length: mostListed[grain] }, (_, step) => periodAfter(last, -step));
  return periods.filter((period) => lastMonthOf(period) >= oldestMonth);
}

interface DashboardFiltersProps {
  readonly search: DashboardSearch;
  readonly oldestMonth: string | null;
  readonly newestMonth: string | null;
  readonly onChoose: (key: keyof DashboardSearch, value: string) => void;
  readonly onClear: () => void;
}
