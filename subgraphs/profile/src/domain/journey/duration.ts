const lengths = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** `30 days`, `1 week`, `12 hours`: lengths that are the same in every time zone, so no months. */
export const durationPattern = /^([1-9]\d{0,4}) (hour|day|week)s?$/;

/** Milliseconds. */
export function durationOf(text: string): number {
  const [, count, unit] = durationPattern.exec(text) ?? [];
  if (count === undefined || unit === undefined) throw new Error(`not a duration: ${text}`);
  return Number(count) * lengths[unit as keyof typeof lengths];
}
