/** Shares of the limit, in percent, that somebody is told of. */
export const WARNED_AT = [80, 90, 100] as const;
export type WarnedAt = (typeof WARNED_AT)[number];

/** Which of them are reached. Without a limit there is nothing to reach. */
export function reachedWarnings(spentMicros: number, limitMicros: number): readonly WarnedAt[] {
  return limitMicros === 0 ? [] : WARNED_AT.filter((percent) => spentMicros * 100 >= limitMicros * percent);
}

/** Whether so much more may be spent. What is held back for calls under way counts as spent. */
export function fitsBudget(
  { spentMicros, reservedMicros }: MonthSpending,
  costMicros: number,
  limitMicros: number,
): boolean {
  return spentMicros + reservedMicros + costMicros <= limitMicros;
}

export interface MonthSpending {
  readonly spentMicros: number;
  readonly reservedMicros: number;
}
