import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOf, sensitivityOf } from './sensitivity.ts';
import { type SroiOutcomeTerms, type SroiTerms, socialReturn } from './social-return.ts';

const none = { deadweight: 0, displacement: 0, attributionToOthers: 0, dropOff: 0, years: 1 };

const training: SroiTerms = {
  investment: 250_000,
  discountRate: 0.035,
  outcomes: [
    { ...none, quantity: 60, proxyValue: 8_500, deadweight: 0.4, attributionToOthers: 0.3, dropOff: 0.3, years: 2 },
  ],
};
const courses: SroiTerms = {
  investment: 60_000,
  discountRate: 0.035,
  outcomes: [{ ...none, quantity: 80, proxyValue: 1_100, deadweight: 0.35, attributionToOthers: 0.15 }],
};

describe('the reference cases', () => {
  test('60 people at 8,500 over two years return 1.436 for each unit put in', () => {
    const { outcomes, presentValue, ratio } = socialReturn(training);
    expect(outcomes[0]?.firstYear).toBeCloseTo(214_200, 6);
    expect(outcomes[0]?.presentValues.map((value) => Math.round(value * 100) / 100)).toEqual([214_200, 144_869.57]);
    expect(presentValue).toBeCloseTo(359_069.57, 2);
    expect(ratio).toBeCloseTo(1.436, 3);
  });

  test('80 people at 1,100 return 0.81: less than was put in is an ordinary answer', () => {
    const { presentValue, ratio } = socialReturn(courses);
    expect(presentValue).toBeCloseTo(48_620, 6);
    expect(ratio).toBeCloseTo(0.8103, 4);
  });
});

test('each assumption is moved by ten points alone, and the one that moves the ratio most comes first', () => {
  const found = sensitivityOf(training);
  expect(found.map(({ assumption }) => assumption).sort()).toEqual(
    ['ATTRIBUTION_TO_OTHERS', 'DEADWEIGHT', 'DISCOUNT_RATE', 'DISPLACEMENT', 'DROP_OFF'].sort(),
  );
  const deadweight = found.find(({ assumption }) => assumption === 'DEADWEIGHT');
  expect([deadweight?.low, deadweight?.high]).toEqual([0.3, 0.5]);
  // 0.6 of the effect counts now; 0.7 and 0.5 would at the two ends.
  expect(deadweight?.ratioAtLow).toBeCloseTo((1.43628 * 0.7) / 0.6, 4);
  expect(deadweight?.ratioAtHigh).toBeCloseTo((1.43628 * 0.5) / 0.6, 4);
  expect(found[0]?.assumption).toBe('DEADWEIGHT');
  expect(sensitivityOf(courses).map(({ assumption }) => assumption)).not.toContain('DROP_OFF');
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const outcome: fc.Arbitrary<SroiOutcomeTerms> = fc.record({
  quantity: fc.integer({ min: 0, max: 10_000 }),
  proxyValue: fc.double({ min: 0, max: 1e6, noNaN: true }),
  deadweight: share,
  displacement: share,
  attributionToOthers: share,
  dropOff: share,
  years: fc.integer({ min: 1, max: 10 }),
});
const terms: fc.Arbitrary<SroiTerms> = fc.record({
  investment: fc.double({ min: 1, max: 1e9, noNaN: true }),
  discountRate: fc.double({ min: 0, max: 0.3, noNaN: true }),
  outcomes: fc.array(outcome, { maxLength: 5 }),
});

test('what others did or what would have happened anyway never raises the ratio, and the range holds it', () => {
  fc.assert(
    fc.property(terms, (each) => {
      const { ratio } = socialReturn(each);
      for (const { assumption, ratioAtLow, ratioAtHigh } of sensitivityOf(each))
        expect(ratioAtLow, assumption).toBeGreaterThanOrEqual((ratioAtHigh ?? 0) * (1 - 1e-9));
      const { lowest, highest } = rangeOf(each);
      expect(lowest).toBeLessThanOrEqual((ratio ?? 0) * (1 + 1e-9));
      expect(highest).toBeGreaterThanOrEqual((ratio ?? 0) * (1 - 1e-9));
    }),
  );
});

test('what is put in twice is returned half, and nothing put in has no ratio', () => {
  fc.assert(
    fc.property(terms, (each) => {
      const doubled = socialReturn({ ...each, investment: each.investment * 2 }).ratio ?? 0;
      expect(doubled * 2).toBeCloseTo(socialReturn(each).ratio ?? 0, 6);
    }),
  );
  expect(socialReturn({ ...training, investment: 0 }).ratio).toBeNull();
});
