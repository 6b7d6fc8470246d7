import type { PeriodGrain } from '../period-name.ts';

export type TrendGrain = Exclude<PeriodGrain, 'ALL_TIME'>;

export interface Period {
  /** yyyy-mm-dd, inclusive. */
  readonly firstDay: string;
  readonly lastDay: string;
}

const day = 86_400_000;
/** Ten years of weeks. */
const longest = 530;

/** The periods from the one that `first` (yyyy-mm-dd) is in to the one that `last` is in, the newest 530 of them. */
export function periodsBetween(grain: TrendGrain, first: string, last: string): Period[] {
  const periods: Period[] = [];
  let start = startOf(grain, Date.parse(first));
  while (start <= Date.parse(last)) {
    const next = nextAfter(grain, start);
    periods.push({ firstDay: written(start), lastDay: written(next - day) });
    start = next;
  }
  return periods.slice(-longest);
}

function startOf(grain: TrendGrain, instant: number): number {
  const date = new Date(instant);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (grain === 'WEEK') return Date.UTC(year, month, date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return Date.UTC(year, grain === 'MONTH' ? month : month - (month % 3), 1);
}

function nextAfter(grain: TrendGrain, start: number): number {
  if (grain === 'WEEK') return start + 7 * day;
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + (grain === 'MONTH' ? 1 : 3), 1);
}

function written(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
