import { DIMENSIONS, type Dimension } from '../q2q/q2q-model.ts';
import type { Judgement } from './judgement.ts';

/**
 * How each dimension is found at every threshold, over all languages: the points of its ROC and precision-recall curves, and what lies
 * below these. Dimensions that no text speaks of, or that every text does, have no curve.
 */
export function operatingCurves(judgements: readonly Judgement[]): OperatingCurve[] {
  return DIMENSIONS.flatMap((dimension) => {
    const answers = judgements
      .filter((one) => one.dimension === dimension)
      .map(({ probability, truth }) => ({ probability, isEvidence: truth !== 'none' }));
    const evidence = answers.filter(({ isEvidence }) => isEvidence).length;
    if (evidence === 0 || evidence === answers.length) return [];
    return {
      ...{ dimension, labels: answers.length, evidence },
      ...{ areaUnderRoc: areaUnderRoc(answers), averagePrecision: averagePrecision(answers) },
      points: operatingPoints(answers, { from: 0, to: 1 }),
    };
  });
}

/** A point for each hundredth; the last are left out where nothing passes any more. */
export function operatingPoints(
  answers: readonly Answered[],
  { from, to }: { readonly from: number; readonly to: number },
): OperatingPoint[] {
  const evidence = answers.filter(({ isEvidence }) => isEvidence).length;
  const others = answers.length - evidence;
  const points: OperatingPoint[] = [];
  for (let hundredth = Math.round(from * 100); hundredth <= Math.round(to * 100); hundredth += 1) {
    const threshold = hundredth / 100;
    const passing = answers.filter(({ probability }) => probability >= threshold);
    const right = passing.filter(({ isEvidence }) => isEvidence).length;
    if (passing.length === 0) break;
    points.push({
      ...{ threshold, precision: right / passing.length, recall: evidence === 0 ? 0 : right / evidence },
      falsePositiveRate: others === 0 ? 0 : (passing.length - right) / others,
    });
  }
  return points;
}

/**
 * How likely a text that speaks of the dimension gets a higher probability than one that does not; ties count half.
 * Source: J. Hanley, B. McNeil, The meaning and use of the area under a receiver operating characteristic (ROC) curve (1982).
 */
function areaUnderRoc(answers: readonly Answered[]): number {
  const levels = byProbability(answers);
  let [below, area] = [0, 0];
  for (const { evidence, others } of levels) {
    area += evidence * (below + others / 2);
    below += others;
  }
  const evidence = levels.reduce((sum, level) => sum + level.evidence, 0);
  return area / (evidence * below);
}

/**
 * The mean of the precision at each gain of recall, without drawing lines between them, which would promise what no threshold reaches.
 * Source: J. Davis, M. Goadrich, The relationship between precision-recall and ROC curves (2006).
 */
function averagePrecision(answers: readonly Answered[]): number {
  let [found, passing, sum] = [0, 0, 0];
  for (const { evidence, others } of byProbability(answers).toReversed()) {
    found += evidence;
    passing += evidence + others;
    sum += evidence * (found / passing);
  }
  return sum / found;
}

/** Answers of the same probability together, the least likely first. */
function byProbability(answers: readonly Answered[]): { evidence: number; others: number }[] {
  const levels = new Map<number, { evidence: number; others: number }>();
  for (const { probability, isEvidence } of answers) {
    const level = levels.get(probability) ?? { evidence: 0, others: 0 };
    level[isEvidence ? 'evidence' : 'others'] += 1;
    levels.set(probability, level);
  }
  return [...levels].sort(([one], [other]) => one - other).map(([, level]) => level);
}

export interface Answered {
  /** Calibrated probability that the text is evidence. */
  readonly probability: number;
  /** Whether it is. */
  readonly isEvidence: boolean;
}

export interface OperatingCurve {
  readonly dimension: Dimension;
  readonly labels: number;
  /** Labels that say the text speaks of the dimension. */
  readonly evidence: number;
  readonly areaUnderRoc: number;
  readonly averagePrecision: number;
  readonly points: readonly OperatingPoint[];
}

/** What passes from this probability on. */
export interface OperatingPoint {
  readonly threshold: number;
  readonly precision: number;
  /** Of texts that speak of the dimension, the share that passes. */
  readonly recall: number;
  /** Of those that do not. */
  readonly falsePositiveRate: number;
}
