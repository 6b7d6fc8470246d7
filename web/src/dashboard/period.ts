/** Periods by their names, in UTC: `2026-W07` (ISO 8601), `2026-02`, `2026-Q1`. Names of one grain sort by time. */
export const grains = ['WEEK', 'MONTH', 'QUARTER'] as const;
export type Grain = (typeof grains)[number];

export function isPeriod(text: string): boolean {
  return /^\d{4}-(W(0[1-9]|[1-4]\d|5[0-3])|0[1-9]|1[0-2]|Q[1-4])$/.test(text);
}

export function grainOf(period: string): Grain {
  if (period.includes('W')) return 'WEEK';
  return period.includes('Q') ? 'QUARTER' : 'MONTH';
}

/** The period of this grain that holds the day. */
export function periodOf(day: Date, grain: Grain): string {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  if (grain === 'MONTH') return day.toISOString().slice(0, 7);
  if (grain === 'QUARTER') return `${year}-Q${Math.floor(month / 3) + 1}`;
  // A week belongs to the year of its Thursday.
  const thursday = new Date(Date.UTC(year, month, day.getUTCDate() + 3 - ((day.getUTCDay() + 6) % 7)));
  const daysBefore = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / dayLength;
  return `${thursday.getUTCFullYear()}-W${String(Math.floor(daysBefore / 7) + 1).padStart(2, '0')}`;
}

export function firstDayOf(period: string): Date {
  const year = Number(period.slice(0, 4));
  const number = Number(period.replace(/^.*[-WQ]/, ''));
  if (grainOf(period) === 'MONTH') return new Date(Date.UTC(year, number - 1, 1));
  if (grainOf(period) === 'QUARTER') return new Date(Date.UTC(year, (number - 1) * 3, 1));
  // The fourth of January is always in week 1.
  const fourth = new Date(Date.UTC(year, 0, 4));
  return new Date(fourth.getTime() + ((number - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * dayLength);
}

export function periodAfter(period: string, steps = 1): string {
  const grain = grainOf(period);
  const day = firstDayOf(period);
  if (grain === 'WEEK') return periodOf(new Date(day.getTime() + steps * 7 * dayLength), grain);
  day.setUTCMonth(day.getUTCMonth() + steps * (grain === 'QUARTER' ? 3 : 1));
  return periodOf(day, grain);
}

/** The `count` periods that end with `last`, oldest first. */
export function periodsUpTo(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => periodAfter(last, index + 1 - count));
}

/** The month in which it ends, yyyy-mm. */
export function lastMonthOf(period: string): string {
  return periodOf(new Date(firstDayOf(periodAfter(period)).getTime() - dayLength), 'MONTH');
}

const dayLength = 24 * 60 * 60 * 1000;
