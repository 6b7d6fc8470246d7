import { expect, test } from 'vitest';
import type { Comparison } from '../evaluation/compare-models.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import { judgePromoted, judgeTrial } from './judge-trial.ts';
import { type PromotionCheck, promotionChecks } from './promotion-checks.ts';
import { precisionRecallCurve, tuneThresholds } from './tune-thresholds.ts';

const floors = { confidence: 0.55, belonging: 0.5, lang_level_proxy: 0.55, job_readiness: 0.55 };
const bounds = { floors, ceiling: 0.95 };
const present = { confidence: 0.65, belonging: 0.55, lang_level_proxy: 0.65, job_readiness: 0.63 };
const label = (probability: number, isEvidence: boolean) => ({
  dimension: 'confidence' as const,
  probability,
  isEvidence,
});

// By hand: at 0.6 all five pass, three of them rightly; at 0.7 four and three; at 0.8 two and two.
const five = [label(0.6, false), label(0.7, true), label(0.75, false), label(0.8, true), label(0.9, true)];

test('the curve says at each threshold how much of what passes is right, and how much of what is right passes', () => {
  const curve = precisionRecallCurve(five, { floor: 0.55, ceiling: 0.95 });
  const at = (threshold: number) => curve.find((point) => point.threshold === threshold);
  expect(at(0.6)).toMatchObject({ threshold: 0.6, precision: 3 / 5, recall: 1 });
  expect(at(0.61)).toMatchObject({ threshold: 0.61, precision: 3 / 4, recall: 1 });
  expect(at(0.76)).toMatchObject({ threshold: 0.76, precision: 1, recall: 2 / 3 });
  // Below what was reviewed nothing is known, and above what passes there is nothing to say.
  expect([curve[0]?.threshold, curve.at(-1)?.threshold]).toEqual([0.6, 0.9]);
  expect(precisionRecallCurve(five, { floor: 0.7, ceiling: 0.8 }).map(({ threshold }) => threshold)).toEqual(
    Array.from({ length: 11 }, (_, at) => (70 + at) / 100),
  );
});

test('a threshold is tuned for the most recall at a precision, and stays where labels are too few or none reaches it', () => {
  const tuned = (labels: number, precision: number) =>
    tuneThresholds(five, present, { ...bounds, labels, precision }).find(({ dimension }) => dimension === 'confidence');
  expect(tuned(5, 0.75)).toMatchObject({
    ...{ outcome: 'TUNED', before: 0.65, threshold: 0.61, labels: 5 },
    chosen: { precision: 0.75, recall: 1 },
  });
  expect(tuned(5, 0.9)).toMatchObject({ threshold: 0.76, chosen: { precision: 1, recall: 2 / 3 } });
  expect(tuned(6, 0.75)).toMatchObject({ outcome: 'TOO_FEW_LABELS', threshold: 0.65, chosen: null });
  const wrong = five.map((one) => ({ ...one, isEvidence: one.probability === 0.7 }));
  expect(
    tuneThresholds(wrong, present, { ...bounds, labels: 5, precision: 0.9 }).map(({ outcome }) => outcome),
  ).toEqual(['NOT_REACHED', 'TOO_FEW_LABELS', 'TOO_FEW_LABELS', 'TOO_FEW_LABELS']);
});

const judged = (language: string, claimed: Judgement['claimed'], count: number): Judgement[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{
      unit: `${language}-${claimed}-${at}`,
      language,
      dimension: 'belonging',
      truth: 'gain',
      claimed,
      probability: 0.8,
    },
  }));
const rules = { reviewed: 4, parity: 0.8, perLanguage: 2 };
const failing = (record: Parameters<typeof promotionChecks>[0]) =>
  promotionChecks(record, rules).flatMap(({ rule, passed }) => (passed ? [] : [rule]));

test('a canary that was reviewed enough and is no worse passes; fewer reviews, lower F1, less agreement or a language left behind do not', () => {
  const right = judged('en', 'gain', 4);
  const mixed = [...judged('en', 'gain', 3), ...judged('en', 'none', 3)];
  const same = { active: right, canary: right, ownOfActive: right, ownOfCanary: right };
  expect(failing(same)).toEqual([]);
  expect(failing({ ...same, ownOfCanary: right.slice(1) })).toEqual(['REVIEWED']);
  expect(failing({ ...same, canary: mixed })).toEqual(['DIRECTED_F1']);
  expect(failing({ ...same, ownOfCanary: [...right, ...judged('en', 'setback', 1)] })).toEqual(['AGREEMENT']);
  expect(failing({ ...same, ownOfActive: [] })).toEqual([]);
  const behind = [...right, ...judged('uk', 'gain', 1), ...judged('uk', 'none', 2)];
  expect(failing({ active: behind, canary: behind, ownOfActive: right, ownOfCanary: right })).toEqual(['PARITY']);
});

test('a trial ends in promotion when all is passed, in withdrawal when it is worse beyond chance or too long, and goes on otherwise', () => {
  const trial = { reviewed: 4, patienceDays: 60, probationDays: 28 };
  const checks = (passed: readonly boolean[]): PromotionCheck[] =>
    (['REVIEWED', 'DIRECTED_F1'] as const).map((rule, at) => {
      return { rule, required: 1, measured: 1, passed: passed[at] as boolean };
    });
  const compared = (high: number | null, texts = 9): Comparison => ({
    ...{ texts, onlyBaseline: 0, onlyCandidate: 0, pValue: 1, midP: 1 },
    difference: high === null ? null : { value: high - 0.1, low: high - 0.2, high },
  });
  const said = (passed: readonly boolean[], high: number | null, days: number) =>
    Object.values(judgeTrial({ checks: checks(passed), comparison: compared(high), days }, trial)).join(' ');
  expect(said([true, true], -0.1, 90)).toBe('PROMOTED PASSED');
  expect(said([false, true], -0.1, 59)).toBe('HELD TOO_FEW_REVIEWS');
  expect(said([true, false], 0.01, 59)).toBe('HELD NOT_PASSED');
  expect(said([true, false], -0.01, 1)).toBe('WITHDRAWN WORSE');
  expect(said([true, false], null, 60)).toBe('WITHDRAWN OUT_OF_PATIENCE');
  const after = (high: number, texts: number, days: number) =>
    judgePromoted({ comparison: compared(high, texts), days }, trial)?.verdict ?? null;
  expect([after(-0.01, 4, 27), after(-0.01, 3, 27), after(0.01, 9, 27), after(-0.01, 9, 28)]).toEqual([
    ...['ROLLED_BACK', null, null, null],
  ]);
});
