export type PeriodGrain = 'WEEK' | 'MONTH' | 'QUARTER' | 'ALL_TIME';

const day = 86_400_000;

/**
 * How a period is written: 2026-W07 (ISO 8601), 2026-02 or 2026-Q1; null for all time.
 * @param firstDay yyyy-mm-dd
 */
export function periodName(grain: PeriodGrain, firstDay: string | null): string | null {
  if (grain === 'ALL_TIME' || firstDay === null) return null;
  if (grain === 'MONTH') return firstDay.slice(0, 7);
  if (grain === 'QUARTER') return `${firstDay.slice(0, 4)}-Q${Math.ceil(Number(firstDay.slice(5, 7)) / 3)}`;
  return weekName(firstDay);
}

/** A week belongs to the year that its Thursday is in. */
function weekName(monday: string): string {
  const thursday = new Date(Date.parse(monday) + 3 * day);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
