import {
  DIMENSIONS,
  type Dimension,
  type DimensionRule,
  type PlattCurve,
  plattProbability,
} from '../../src/domain/q2q/q2q-model.ts';
import { perDimension, type Reading } from '../../src/domain/q2q/read-evidence.ts';
import type { Sample } from '../../src/model/read-corpus.ts';

/**
 * Calibration and thresholds from readings of samples the heads had not seen. Of all thresholds at which few texts without any label are
 * scored, those with the best macro F1 that a search finds: it begins where nothing counts, and again and again lowers the threshold
 * that brings most F1 for each false alarm.
 */
export function calibrate(samples: readonly Sample[], readings: Readings): Record<Dimension, DimensionRule> {
  const curves = perDimension((dimension) => curvesOf(dimension, samples, readings));
  const confidences = perDimension((dimension) =>
    readings.map((r) => plattProbability(curves[dimension].detection, r[dimension].detection)),
  );
  const bears = perDimension((dimension) => bearsOn(dimension, samples));
  const f1At = (dimension: Dimension, threshold: number) =>
    f1Of(
      confidences[dimension].map((confidence) => confidence >= threshold),
      bears[dimension],
    );
  const alarmsAt = (thresholds: Thresholds) => falseAlarmRate(thresholds, confidences, samples);
  let thresholds: Thresholds = perDimension(() => HIGHEST);
  for (let next: Thresholds | null = thresholds; next !== null; next = bestStep(thresholds, f1At, alarmsAt))
    thresholds = next;
  return perDimension((dimension) => ({ ...curves[dimension], threshold: thresholds[dimension] }));
}

function bestStep(
  from: Thresholds,
  f1At: (dimension: Dimension, threshold: number) => number,
  alarmsAt: (thresholds: Thresholds) => number,
): Thresholds | null {
  const alarms = alarmsAt(from);
  let best: { readonly rate: number; readonly to: Thresholds } | null = null;
  for (const dimension of DIMENSIONS) {
    for (const step of STEPS) {
      const to = { ...from, [dimension]: roundTo(from[dimension] - step, 2) };
      const gained = to[dimension] < LOWEST ? 0 : f1At(dimension, to[dimension]) - f1At(dimension, from[dimension]);
      if (gained <= 0) continue;
      const more = alarmsAt(to);
      const rate = gained / (more - alarms + FREE);
      if (more <= MOST_FALSE_ALARMS && (best === null || rate > best.rate)) best = { rate, to };
    }
  }
  return best?.to ?? null;
}

/** Share of the texts without any label that are scored all the same. */
function falseAlarmRate(
  thresholds: Thresholds,
  confidences: Record<Dimension, readonly number[]>,
  samples: readonly Sample[],
): number {
  const silent = samples.map((_, i) => i).filter((i) => samples[i]?.labels.size === 0);
  const alarms = silent.filter((i) => DIMENSIONS.some((d) => (confidences[d][i] as number) >= thresholds[d]));
  return alarms.length / silent.length;
}

function curvesOf(dimension: Dimension, samples: readonly Sample[], readings: Readings): Curves {
  const oneWay = samples
    .map((sample, i) => ({ sample, reading: readings[i] as Record<Dimension, Reading> }))
    .filter(({ sample }) => onePole(sample, dimension));
  return {
    detection: fitPlatt(
      readings.map((r) => r[dimension].detection),
      bearsOn(dimension, samples),
    ),
    direction: fitPlatt(
      oneWay.map(({ reading }) => reading[dimension].direction),
      oneWay.map(({ sample }) => sample.labels.has(`${dimension}:gain`)),
    ),
  };
}

function bearsOn(dimension: Dimension, samples: readonly Sample[]): readonly boolean[] {
  return samples.map((s) => s.labels.has(`${dimension}:gain`) || s.labels.has(`${dimension}:setback`));
}

/** Platt's curve by Newton steps on two parameters, targets smoothed as in Platt (1999) so that few samples do not claim certainty. */
export function fitPlatt(logits: readonly number[], positive: readonly boolean[]): PlattCurve {
  const yes = positive.filter(Boolean).length;
  const targets = positive.map((p) => (p ? (yes + 1) / (yes + 2) : 1 / (positive.length - yes + 2)));
  let curve: PlattCurve = { slope: 0, offset: 0 };
  for (let round = 0; round < 30; round += 1) curve = newtonStep(curve, logits, targets);
  return { slope: roundTo(curve.slope, 6), offset: roundTo(curve.offset, 6) };
}

/** Halves the step until the loss falls: a full step overshoots where most probabilities are already near 0 or 1. */
function newtonStep(curve: PlattCurve, logits: readonly number[], targets: readonly number[]): PlattCurve {
  const full = newtonDirection(curve, logits, targets);
  const before = lossOf(curve, logits, targets);
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = { slope: curve.slope - share * full.slope, offset: curve.offset - share * full.offset };
    if (lossOf(next, logits, targets) < before) return next;
  }
  return curve;
}

function newtonDirection(curve: PlattCurve, logits: readonly number[], targets: readonly number[]): PlattCurve {
  let [gs, go, hss, hso, hoo] = [0, 0, 1e-9, 0, 1e-9];
  logits.forEach((x, i) => {
    const p = plattProbability(curve, x);
    const error = p - (targets[i] as number);
    const w = p * (1 - p);
    gs += error * x;
    go += error;
    hss += w * x * x;
    hso += w * x;
    hoo += w;
  });
  const determinant = hss * hoo - hso * hso;
  return { slope: (hoo * gs - hso * go) / determinant, offset: (hss * go - hso * gs) / determinant };
}

function lossOf(curve: PlattCurve, logits: readonly number[], targets: readonly number[]): number {
  return logits.reduce((sum, x, i) => {
    const z = curve.slope * x + curve.offset;
    return sum + Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - (targets[i] as number) * z;
  }, 0);
}

function f1Of(on: readonly boolean[], bears: readonly boolean[]): number {
  const hits = on.filter((yes, i) => yes && bears[i]).length;
  return (2 * hits) / (on.filter(Boolean).length + bears.filter(Boolean).length);
}

function onePole(sample: Sample, dimension: Dimension): boolean {
  return sample.labels.has(`${dimension}:gain`) !== sample.labels.has(`${dimension}:setback`);
}

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/**
 * On voices the heads never heard. Texts without a label were mostly written into the corpus to mislead ("the CV course is
 * cancelled"), so ordinary ones raise fewer.
 */
const MOST_FALSE_ALARMS = 0.1;
const HIGHEST = 0.95;
const LOWEST = 0.3;
/** More than one, since F1 is no smooth curve: a wider step gets over a dent. */
const STEPS = [0.02, 0.04, 0.06] as const;
/** Keeps a step that raises no alarm from being infinitely good. */
const FREE = 1e-4;

type Thresholds = Readonly<Record<Dimension, number>>;
type Readings = readonly Record<Dimension, Reading>[];
type Curves = Pick<DimensionRule, 'detection' | 'direction'>;
