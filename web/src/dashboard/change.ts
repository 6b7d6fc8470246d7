import { grainOf, periodAfter, periodOf } from './period.ts';
import type { TileSeries } from './tile-series.ts';

/** How a period compares with the one before it, ready to be said in a sentence. */
export type Change =
  | {
      readonly kind: 'more' | 'fewer' | 'same';
      readonly period: string;
      readonly before: string;
      readonly value: number;
      readonly amount: number;
      /** The period is still running, so a comparison with a whole one has to say so. */
      readonly running: boolean;
    }
  | {
      readonly kind: 'nothingBefore';
      readonly period: string;
      readonly before: string;
      readonly value: number;
      readonly running: boolean;
    };

/**
 * Of the period that was chosen, or of the newest with a value. `digits`: how many decimals are shown, so that "the same" is
 * what the eye sees. Null when there is no value to compare.
 */
export function changeOf({ at, points }: Pick<TileSeries, 'at' | 'points'>, now: Date, digits: number): Change | null {
  const latest =
    at === null ? points.findLast(({ value }) => value !== null) : points.find(({ period }) => period === at);
  if (latest === undefined || latest.value === null) return null;
  const { period, value } = latest;
  const before = periodAfter(period, -1);
  const running = period === periodOf(now, grainOf(period));
  const earlier = points.find((point) => point.period === before)?.value ?? null;
  if (earlier === null) return { kind: 'nothingBefore', period, before, value, running };
  const difference = round(round(value, digits) - round(earlier, digits), digits);
  const kind = difference > 0 ? 'more' : difference < 0 ? 'fewer' : 'same';
  return { kind, period, before, value, amount: Math.abs(difference), running };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
