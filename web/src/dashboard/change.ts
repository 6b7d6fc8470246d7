import type { TileMetricFragment } from '../generated/graphql.ts';
import { monthAfter } from './month.ts';

/** How the latest month compares with the one before it, ready to be said in a sentence. */
export type Change =
  | {
      readonly kind: 'more' | 'fewer' | 'same';
      readonly month: string;
      readonly before: string;
      readonly value: number;
      readonly amount: number;
      /** The latest month is still running, so a comparison with a whole month has to say so. */
      readonly running: boolean;
    }
  | {
      readonly kind: 'nothingBefore';
      readonly month: string;
      readonly before: string;
      readonly value: number;
      readonly running: boolean;
    };

/** `digits`: how many decimals are shown, so that "the same" is what the eye sees. Null when no month has a value. */
export function changeOf(months: readonly TileMetricFragment[], thisMonth: string, digits: number): Change | null {
  const latest = months.findLast(({ value }) => value !== null);
  if (latest === undefined || latest.month === null || latest.value === null) return null;
  const { month, value } = latest;
  const before = monthAfter(month, -1);
  const running = month === thisMonth;
  const earlier = months.find((metric) => metric.month === before)?.value ?? null;
  if (earlier === null) return { kind: 'nothingBefore', month, before, value, running };
  const difference = round(round(value, digits) - round(earlier, digits), digits);
  const kind = difference > 0 ? 'more' : difference < 0 ? 'fewer' : 'same';
  return { kind, month, before, value, amount: Math.abs(difference), running };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
