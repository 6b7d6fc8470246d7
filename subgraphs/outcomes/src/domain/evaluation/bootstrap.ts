import { sequence } from '../seeded-random.ts';

/**
 * Percentile intervals (95 %) of measures over texts drawn again with replacement, whole texts at a time, since what one text says of one
 * dimension is not independent of what it says of another. The same seed gives the same intervals.
 * @param measure gets how often each text was drawn and gives the measures in a fixed order; null where one does not exist in a draw
 * Source: B. Efron, R. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 */
export function bootstrapIntervals(
  texts: number,
  measure: (drawn: readonly number[]) => readonly (number | null)[],
  { seed = 7, rounds = 1000 }: { readonly seed?: number; readonly rounds?: number } = {},
): readonly (readonly [number, number] | null)[] {
  const random = sequence(seed);
  const values: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const drawn = Array.from({ length: texts }, () => Math.floor(random() * texts));
    for (const [at, value] of measure(drawn).entries()) {
      values[at] ??= [];
      if (value !== null) values[at].push(value);
    }
  }
  return values.map((drawn) => percentiles(drawn));
}

function percentiles(values: readonly number[]): readonly [number, number] | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] as number;
  return [at(0.025), at(0.975)];
}
