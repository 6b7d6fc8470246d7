import {
  DIMENSIONS,
  type Dimension,
  type DimensionRule,
  type PlattCurve,
  plattProbability,
} from '../../src/domain/q2q/q2q-model.ts';
import { perDimension, type Reading } from '../../src/domain/q2q/read-evidence.ts';
import type { Sample } from './read-corpus.ts';

/**
 * Calibration and thresholds from readings of samples the heads had not seen. Every dimension may raise the same share of
 * false alarms, the largest share that keeps the texts scored in spite of carrying no label under MOST_FALSE_ALARMS.
 */
export function calibrate(
  samples: readonly Sample[],
  readings: readonly Record<Dimension, Reading>[],
): Record<Dimension, DimensionRule> {
  const curves = perDimension((dimension) => curvesOf(dimension, samples, readings));
  let rules = rulesWith(ALARM_SHARES[0], curves, samples, readings);
  for (const share of ALARM_SHARES) {
    const next = rulesWith(share, curves, samples, readings);
    if (falseAlarmRate(next, samples, readings) > MOST_FALSE_ALARMS) break;
    rules = next;
  }
  return rules;
}

function rulesWith(
  share: number,
  curves: Record<Dimension, Curves>,
  samples: readonly Sample[],
  readings: Readings,
): Record<Dimension, DimensionRule> {
  return perDimension((dimension) => {
    const confidences = readings.map((r) => plattProbability(curves[dimension].detection, r[dimension].detection));
    return { ...curves[dimension], threshold: bestThreshold(confidences, bearsOn(dimension, samples), samples, share) };
  });
}

function falseAlarmRate(
  rules: Record<Dimension, DimensionRule>,
  samples: readonly Sample[],
  readings: Readings,
): number {
  const silent = readings.filter((_, i) => samples[i]?.labels.size === 0);
  const alarms = silent.filter((r) =>
    DIMENSIONS.some((d) => plattProbability(rules[d].detection, r[d].detection) >= rules[d].threshold),
  );
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

/** Best F1, among thresholds at which few texts without any label raise a false alarm. */
function bestThreshold(
  confidences: readonly number[],
  bears: readonly boolean[],
  samples: readonly Sample[],
  share: number,
): number {
  const nothing = samples.map((sample) => sample.labels.size === 0);
  const nothings = nothing.filter(Boolean).length;
  let best = { threshold: 0.95, f1: -1 };
  for (let step = 5; step <= 95; step += 1) {
    const threshold = step / 100;
    const on = confidences.map((c) => c >= threshold);
    const alarms = on.filter((yes, i) => yes && nothing[i]).length;
    const f1 = f1Of(on, bears);
    if (alarms / nothings <= share && f1 > best.f1) best = { threshold, f1 };
  }
  return best.threshold;
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
const ALARM_SHARES = [0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.045, 0.05, 0.06, 0.07, 0.08] as const;

type Readings = readonly Record<Dimension, Reading>[];
type Curves = Pick<DimensionRule, 'detection' | 'direction'>;
