import { expect, test } from 'vitest';
import { DIMENSIONS } from '../q2q/q2q-model.ts';
import { bootstrapIntervals } from './bootstrap.ts';
import { calibrationCurve, calibrationError } from './calibration-curve.ts';
import { compareModels } from './compare-models.ts';
import { evaluate, figureOf } from './evaluate.ts';
import type { Answer, Judgement } from './judgement.ts';
import { mcnemar } from './mcnemar.ts';
import { operatingCurves } from './operating-curves.ts';

/** A text that speaks of belonging at most. */
function text(unit: string, language: string, truth: Answer, claimed: Answer, probability = 0.5): Judgement[] {
  return DIMENSIONS.map((dimension) =>
    dimension === 'belonging'
      ? { unit, language, dimension, truth, claimed, probability }
      : { unit, language, dimension, truth: 'none', claimed: 'none', probability: 0 },
  );
}

const texts = [
  text('1', 'en', 'gain', 'gain'),
  text('2', 'en', 'gain', 'setback'),
  text('3', 'en', 'mixed', 'gain'),
  text('4', 'en', 'none', 'gain'),
  text('5', 'en', 'none', 'none'),
  text('6', 'no', 'setback', 'setback'),
  text('7', 'no', 'setback', 'none'),
].flat();

test('precision, recall and F1 are counted by language, dimension and direction', () => {
  const { languages, confusion, parity } = evaluate(texts);
  const value = (language: string | null, name: string, dimension: string | null, direction: string | null) =>
    languages
      .find((one) => one.language === language)
      ?.figures.find((one) => one.name === name && one.dimension === dimension && one.direction === direction)?.value;
  expect(languages.map((one) => [one.language, one.texts])).toEqual([
    [null, 7],
    ['en', 5],
    ['no', 2],
  ]);
  // Claimed: 1 2 3 4; held: 1 2 3.
  expect(value('en', 'precision', 'belonging', null)).toBe(0.75);
  expect(value('en', 'recall', 'belonging', null)).toBe(1);
  // Gain claimed: 1 3 4; held: 1 2 3. Setback claimed: 2; held: 3.
  expect(value('en', 'precision', 'belonging', 'gain')).toBe(0.6667);
  expect(value('en', 'f1', 'belonging', 'setback')).toBe(0);
  expect(value('no', 'recall', 'belonging', 'setback')).toBe(0.5);
  expect(value('no', 'precision', 'confidence', null)).toBeNull();
  // Both directions together: 2 right, 2 wrong, 2 missed in English; 1 right, 1 missed in Norwegian.
  expect(value('en', 'directedF1', null, null)).toBe(0.5);
  expect(value('no', 'directedF1', null, null)).toBe(0.6667);
  expect(value('en', 'falseAlarmRate', null, null)).toBe(0.5);
  expect(parity).toEqual({ worst: 'en', best: 'no', gap: 0.1667, ratio: 0.75 });
  const cell = (truth: Answer, claimed: Answer) =>
    confusion.find((one) => one.dimension === 'belonging' && one.truth === truth && one.claimed === claimed)?.count;
  expect([cell('gain', 'setback'), cell('mixed', 'gain'), cell('none', 'gain'), cell('setback', 'none')]).toEqual([
    1, 1, 1, 1,
  ]);
  expect(confusion.reduce((sum, { count }) => sum + count, 0)).toBe(texts.length);
});

test('an interval holds its figure, is the same every time, and has no width where every text is alike', () => {
  const [all] = evaluate(texts).languages;
  for (const { value, low, high } of all?.figures ?? []) {
    if (value === null) continue;
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  }
  expect(evaluate(texts)).toEqual(evaluate(texts));
  const [alike] = evaluate(Array.from({ length: 9 }, (_, at) => text(`${at}`, 'en', 'gain', 'gain')).flat()).languages;
  expect(alike?.figures[0]).toMatchObject({ name: 'detectionF1', value: 1, low: 1, high: 1 });
});

test('the interval of a share is near the one that theory gives', () => {
  // 400 tosses, half heads: 1.96 * sqrt(0.25 / 400) = 0.049 to either side.
  const heads = (drawn: readonly number[]) => [drawn.filter((at) => at < 200).length / drawn.length];
  const [interval] = bootstrapIntervals(400, heads);
  expect(interval?.[0]).toBeCloseTo(0.451, 1.9);
  expect(interval?.[1]).toBeCloseTo(0.549, 1.9);
});

test('calibration error weighs each bin by its answers', () => {
  // Three answers of 0.9, two of them so: 0.2333 off. One of 0.2 that was not: 0.2 off.
  const bins = calibrationCurve([
    [0.9, true],
    [0.9, true],
    [0.9, false],
    [0.2, false],
  ]);
  expect(bins[9]).toMatchObject({ count: 3, confidence: expect.closeTo(0.9, 12), right: expect.closeTo(2 / 3, 12) });
  expect(calibrationError(bins)).toBeCloseTo((3 * (0.9 - 2 / 3) + 0.2) / 4, 12);
  expect(calibrationCurve([[1, true]])[9]?.count).toBe(1);
  expect(calibrationError(calibrationCurve([]))).toBeNull();
});

test('McNemar’s exact test is twice the tail of a fair coin, and its mid-p counts the outcome itself half', () => {
  // 12 tosses, at most 2 heads: (1 + 12 + 66) / 4096; exactly 2: 66 / 4096.
  expect(mcnemar(10, 2).exact).toBeCloseTo((2 * 79) / 4096, 12);
  expect(mcnemar(10, 2).midP).toBeCloseTo((2 * 13 + 66) / 4096, 12);
  expect(mcnemar(2, 10)).toEqual(mcnemar(10, 2));
  expect(mcnemar(0, 5)).toEqual({ exact: expect.closeTo(2 / 32, 12), midP: expect.closeTo(1 / 32, 12) });
  for (const same of [0, 4, 700]) expect(mcnemar(same, same).exact).toBe(1);
  expect(mcnemar(0, 0).midP).toBe(1);
  // 8 tosses, 4 of them heads: 70 / 256.
  expect(mcnemar(4, 4).midP).toBeCloseTo(1 - 35 / 256, 12);
  expect(mcnemar(900, 600).exact).toBeLessThan(1e-10);
});

test('ROC and precision-recall curves hold every threshold, with the areas that ranks give', () => {
  const answers = [
    ...(['gain', 'gain', 'setback'] as const).map((truth, at) => ({
      truth,
      probability: [0.9, 0.7, 0.5][at] as number,
    })),
    ...[0.7, 0.3, 0.1].map((probability) => ({ truth: 'none' as const, probability })),
  ];
  const judgements = answers.map(({ truth, probability }, at): Judgement => {
    return { unit: `${at}`, language: 'en', dimension: 'belonging', truth, claimed: truth, probability };
  });
  const [curve, ...others] = operatingCurves([...judgements, ...text('x', 'en', 'none', 'none').slice(0, 1)]);
  expect(others).toEqual([]);
  // Of nine pairs seven are in order, one is a tie and one is not.
  expect(curve).toMatchObject({
    dimension: 'belonging',
    labels: 6,
    evidence: 3,
    areaUnderRoc: expect.closeTo(7.5 / 9, 12),
  });
  // 1 of 1, then 2 of 3, then 3 of 4.
  expect(curve?.averagePrecision).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 3, 12);
  const at = (threshold: number) => curve?.points.find((point) => point.threshold === threshold);
  expect(curve?.points[0]).toEqual({ threshold: 0, precision: 0.5, recall: 1, falsePositiveRate: 1 });
  expect(at(0.7)).toEqual({ threshold: 0.7, precision: 2 / 3, recall: 2 / 3, falsePositiveRate: 1 / 3 });
  expect(at(0.71)).toEqual({ threshold: 0.71, precision: 1, recall: 1 / 3, falsePositiveRate: 0 });
  expect(curve?.points.at(-1)?.threshold).toBe(0.9);
});

test('models are compared on the texts that both answered', () => {
  const say = (claimed: Answer, count: number) =>
    Array.from({ length: count }, (_, at) => text(`${at}`, 'en', 'gain', at < 3 ? 'gain' : claimed)).flat();
  const compared = compareModels(say('none', 20), say('gain', 15));
  expect(compared).toMatchObject({ texts: 15, onlyBaseline: 0, onlyCandidate: 12 });
  expect(compared.pValue).toBeCloseTo(2 / 4096, 12);
  // 3 of 15 found: F1 6 / 18.
  expect(compared.difference?.value).toBeCloseTo(1 - 6 / 18, 12);
  expect(compared.difference?.low).toBeGreaterThan(0);
  expect(compareModels(say('gain', 9), say('gain', 9))).toMatchObject({
    pValue: 1,
    difference: { value: 0, low: 0, high: 0 },
  });
  expect(compareModels(say('gain', 9), []).difference).toBeNull();
  expect(figureOf(evaluate(say('gain', 9)).languages[0] as never, 'detectionF1')).toBe(1);
});
