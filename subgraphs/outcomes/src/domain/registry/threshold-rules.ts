import { DIMENSIONS, type Dimension } from '../q2q/q2q-model.ts';
import type { SomeThresholds, Thresholds } from './model-version.ts';

/** Thresholds that lie below their floor, or so high that the dimension would fall silent. */
export function thresholdProblems(
  thresholds: SomeThresholds,
  { floors, ceiling }: ThresholdBounds,
): ThresholdProblem[] {
  return DIMENSIONS.flatMap((dimension) => {
    const threshold = thresholds[dimension];
    const floor = floors[dimension];
    // A comparison with NaN is false, and NaN is nothing to score with.
    return threshold === undefined || (threshold >= floor && threshold <= ceiling)
      ? []
      : [{ dimension, threshold, floor, ceiling }];
  });
}

/** What scores: the version's thresholds, the company's own over them, and never less than the floors of today. */
export function effectiveThresholds(
  version: Thresholds,
  override: SomeThresholds | null,
  { floors }: ThresholdBounds,
): Thresholds {
  const effective = { ...version, ...override };
  return Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, Math.max(effective[dimension], floors[dimension])]),
  ) as Thresholds;
}

/** The same, with what each of them comes from. */
export function thresholdsInForce(
  version: Thresholds,
  override: SomeThresholds | null,
  bounds: ThresholdBounds,
): ThresholdInForce[] {
  const effective = effectiveThresholds(version, override, bounds);
  return DIMENSIONS.map((dimension) => ({
    ...{ dimension, threshold: version[dimension], override: override?.[dimension] ?? null },
    ...{ floor: bounds.floors[dimension], effective: effective[dimension] },
  }));
}

export interface ThresholdInForce {
  readonly dimension: Dimension;
  /** Of the version. */
  readonly threshold: number;
  /** The company's own; null where it has none. */
  readonly override: number | null;
  readonly floor: number;
  readonly effective: number;
}

/** What holds in every company. */
export interface ThresholdBounds {
  readonly floors: Thresholds;
  readonly ceiling: number;
}

export interface ThresholdProblem {
  readonly dimension: Dimension;
  readonly threshold: number;
  readonly floor: number;
  readonly ceiling: number;
}
