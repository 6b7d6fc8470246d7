import { type Answered, type OperatingPoint, operatingPoints } from '../evaluation/operating-curves.ts';
import { DIMENSIONS, type Dimension } from '../q2q/q2q-model.ts';
import type { Thresholds } from './model-version.ts';
import type { ThresholdBounds } from './threshold-rules.ts';

/**
 * For every dimension the threshold with the greatest recall among those that reach the precision, read off the precision-recall curve of
 * what reviewers settled on. What was never scored was never reviewed, so recall is that of the reviewed, and no threshold goes below
 * what was reviewed. Where there are too few labels, or none reaches the precision, the threshold stays as it was.
 */
export function tuneThresholds(
  labels: readonly TuningLabel[],
  present: Thresholds,
  rules: TuningRules,
): TunedDimension[] {
  return DIMENSIONS.map((dimension) => {
    const own = labels.filter((label) => label.dimension === dimension);
    const before = present[dimension];
    const curve = precisionRecallCurve(own, { floor: rules.floors[dimension], ceiling: rules.ceiling });
    const kept = { dimension, before, labels: own.length, curve };
    const tooFew = own.length < rules.labels || own.every(({ isEvidence }) => !isEvidence);
    if (tooFew) return { ...kept, threshold: before, outcome: 'TOO_FEW_LABELS', chosen: null };
    const reaching = curve.filter(({ precision }) => precision >= rules.precision);
    if (reaching.length === 0) return { ...kept, threshold: before, outcome: 'NOT_REACHED', chosen: null };
    const chosen = reaching.reduce((best, point) => (isBetter(point, best) ? point : best));
    return { ...kept, threshold: chosen.threshold, outcome: 'TUNED', chosen };
  });
}

/** More recall, then more precision; among equals the lowest threshold, which comes first. */
function isBetter(point: CurvePoint, best: CurvePoint): boolean {
  return point.recall > best.recall || (point.recall === best.recall && point.precision > best.precision);
}

/** The points of the curve from what was reviewed, or the floor, up to the ceiling; none where nothing was found to be evidence. */
export function precisionRecallCurve(
  labels: readonly Answered[],
  { floor, ceiling }: { readonly floor: number; readonly ceiling: number },
): readonly CurvePoint[] {
  if (labels.every(({ isEvidence }) => !isEvidence)) return [];
  const lowest = labels.reduce((least, { probability }) => Math.min(least, probability), 1);
  const from = Math.ceil(Math.max(floor, Math.floor(lowest * 100) / 100) * 100 - 1e-9) / 100;
  return operatingPoints(labels, { from, to: ceiling });
}

export interface TuningLabel extends Answered {
  readonly dimension: Dimension;
}

export interface TuningRules extends ThresholdBounds {
  /** Labels of a dimension from which on it is tuned. */
  readonly labels: number;
  /** That is to be reached. */
  readonly precision: number;
}

type CurvePoint = OperatingPoint;

export interface TunedDimension {
  readonly dimension: Dimension;
  readonly before: number;
  readonly threshold: number;
  readonly labels: number;
  readonly outcome: 'TUNED' | 'TOO_FEW_LABELS' | 'NOT_REACHED';
  /** The point of the curve at the threshold; null where it stays as it was. */
  readonly chosen: CurvePoint | null;
  readonly curve: readonly CurvePoint[];
}
