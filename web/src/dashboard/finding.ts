import type { OutcomeDimension } from '../generated/graphql.ts';
import { periodsUpTo } from './period.ts';
import { lastPeriod, type TileSeries, valueIn } from './tile-series.ts';

/** What the chart of outcome levels shows, in a form that every language can put into a title. */
export type Finding =
  | { readonly kind: 'allRose' | 'allFell' | 'steady' }
  | {
      readonly kind: 'rose' | 'fell';
      readonly dimension: OutcomeDimension;
      readonly from: number;
      readonly to: number;
    };

/**
 * Compares the mean of the latest three months with that of the three before. A mean needs two of its three months; a move
 * below 0.03 is called steady, since levels are shown with two decimals and month-to-month noise is about that large.
 * Null when no dimension has both means: then the title does not claim anything.
 */
export function findingOf(series: readonly TileSeries[]): Finding | null {
  const last = lastPeriod(series);
  if (last === null) return null;
  const moves = series.flatMap((one) => moveOf(one, last));
  if (moves.length === 0) return null;
  const moved = moves.filter(({ from, to }) => Math.abs(to - from) >= noticeable);
  if (moved.length === 0) return { kind: 'steady' };
  if (moves.length === series.length && moved.length === moves.length) {
    if (moved.every(({ from, to }) => to > from)) return { kind: 'allRose' };
    if (moved.every(({ from, to }) => to < from)) return { kind: 'allFell' };
  }
  const largest = moved.reduce((most, move) => (size(move) > size(most) ? move : most));
  return { kind: largest.to > largest.from ? 'rose' : 'fell', ...largest };
}

const noticeable = 0.03;

interface Move {
  readonly dimension: OutcomeDimension;
  readonly from: number;
  readonly to: number;
}

function moveOf(series: TileSeries, last: string): Move[] {
  const values = periodsUpTo(last, 6).map((month) => valueIn(series, month));
  const from = meanOfTwoOrMore(values.slice(0, 3));
  const to = meanOfTwoOrMore(values.slice(3));
  if (series.dimension === null || from === null || to === null) return [];
  return [{ dimension: series.dimension, from, to }];
}

function meanOfTwoOrMore(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < 2 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function size({ from, to }: Move): number {
  return Math.abs(to - from);
}
