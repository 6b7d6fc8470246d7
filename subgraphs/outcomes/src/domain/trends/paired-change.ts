import { type Interval, meanInterval, type Sample } from './mean-interval.ts';

export interface PairedChange {
  /** Of the mean difference, Student's t. */
  readonly interval: Interval | null;
  readonly effect: Effect | null;
}

export interface Effect {
  readonly size: number;
  readonly interval: Interval;
}

/** 97.5 % of a normal distribution lie below. */
const z = 1.959964;

/**
 * How far a group moved, from the differences of its pairs. The effect size is Hedges' g of paired differences: Cohen's d_z = mean / s,
 * times J = 1 - 3 / (4 (n - 1) - 1), which takes out the bias of small samples (Hedges 1981). Its interval is g ± 1.96 J √(1/n + d²/2n).
 * No effect size without spread: everybody moved alike, and there is nothing to measure the change in.
 */
export function pairedChange(differences: Sample): PairedChange {
  const { people, mean, deviation } = differences;
  const interval = meanInterval(differences);
  if (people < 2 || !deviation) return { interval, effect: null };
  const d = mean / deviation;
  const correction = 1 - 3 / (4 * (people - 1) - 1);
  const size = correction * d;
  const reach = z * correction * Math.sqrt(1 / people + (d * d) / (2 * people));
  return { interval, effect: { size, interval: { low: size - reach, high: size + reach } } };
}
