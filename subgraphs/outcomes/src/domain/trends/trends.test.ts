import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnelSteps } from './funnel-steps.ts';
import { meanInterval } from './mean-interval.ts';
import { movingAverage } from './moving-average.ts';
import { pairedChange } from './paired-change.ts';
import { periodsBetween } from './periods-between.ts';
import { studentsT } from './students-t.ts';
import { suppressGroups } from './suppress-groups.ts';

describe("Student's t", () => {
  // Printed tables, two-sided 5 %.
  test.each([
    [1, 12.706],
    [2, 4.303],
    [4, 2.776],
    [9, 2.262],
    [29, 2.045],
    [30, 2.042],
    [100, 1.984],
    [5000, 1.96],
  ])('with %i degrees of freedom is %f', (degrees, value) => {
    expect(studentsT(degrees)).toBeCloseTo(value, 3);
  });

  test('at other levels', () => {
    expect(studentsT(10, 0.99)).toBeCloseTo(3.169, 3);
    expect(studentsT(10, 0.9)).toBeCloseTo(1.812, 3);
  });
});

describe('an interval of a mean', () => {
  // 0.4 0.5 0.6 0.7 0.8: mean 0.6, s = sqrt(0.1 / 4) = 0.158114; 2.776445 × 0.158114 / sqrt(5) = 0.196324.
  test('by hand', () => {
    const interval = meanInterval({ people: 5, mean: 0.6, deviation: Math.sqrt(0.025) });
    expect(interval?.low).toBeCloseTo(0.403676, 6);
    expect(interval?.high).toBeCloseTo(0.796324, 6);
  });

  test('of one person there is none', () => {
    expect(meanInterval({ people: 1, mean: 0.6, deviation: null })).toBeNull();
  });
});

describe('a change of matched pairs', () => {
  // Differences 0.1 0.2 0.3 0.4 0.5 0.3: mean 0.3, squares 0.04+0.01+0+0.01+0.04+0 = 0.1, s = sqrt(0.1 / 5) = 0.141421.
  // d = 2.121320; J = 1 - 3 / 19 = 0.842105; g = 1.786375; 1.959964 × J × sqrt(1/6 + 4.5/12) = 1.959964 × 0.842105 × 0.735980 = 1.214742.
  test('by hand', () => {
    const { interval, effect } = pairedChange({ people: 6, mean: 0.3, deviation: Math.sqrt(0.02) });
    // t(5) = 2.570582; 2.570582 × 0.141421 / sqrt(6) = 0.148413.
    expect(interval?.low).toBeCloseTo(0.151587, 6);
    expect(interval?.high).toBeCloseTo(0.448413, 6);
    expect(effect?.size).toBeCloseTo(1.786375, 5);
    expect(effect?.interval.low).toBeCloseTo(0.571633, 4);
    expect(effect?.interval.high).toBeCloseTo(3.001117, 4);
  });

  test('without spread there is no effect size', () => {
    expect(pairedChange({ people: 6, mean: 0.3, deviation: 0 }).effect).toBeNull();
  });
});

describe('a moving average', () => {
  test('needs every value of its window', () => {
    expect(movingAverage([1, 2, 6, null, 3, 4, 5], 3)).toEqual([null, null, 3, null, null, null, 4]);
  });

  test('over one period is the value', () => {
    expect(movingAverage([4, null, 2], 1)).toEqual([4, null, 2]);
  });
});

describe('groups', () => {
  const hidden = (sizes: readonly number[]) =>
    Object.fromEntries(suppressGroups(sizes.map((people, index) => ({ key: String(index), people }))));

  test('one that is too small takes the next smallest with it', () => {
    expect(hidden([12, 4, 7])).toEqual({ 1: 'GROUP_TOO_SMALL', 2: 'WOULD_REVEAL' });
  });

  test('two that are too small hide each other, and nobody is no group', () => {
    expect(hidden([12, 4, 1])).toEqual({ 1: 'GROUP_TOO_SMALL', 2: 'GROUP_TOO_SMALL' });
    expect(hidden([12, 0, 7])).toEqual({});
    expect(hidden([3])).toEqual({ 0: 'GROUP_TOO_SMALL' });
  });
});

describe('a funnel', () => {
  test('counts people and losses', () => {
    expect(funnelSteps([100, 80, 60, 40, 10]).map(({ people, dropOff, share }) => [people, dropOff, share])).toEqual([
      [100, null, 1],
      [80, 20, 0.8],
      [60, 20, 0.6],
      [40, 20, 0.4],
      [10, 30, 0.1],
    ]);
  });

  test('a loss of two people is told with the next', () => {
    expect(funnelSteps([20, 18, 15, 15, 3])).toEqual([
      { step: 'ENROLLED', people: 20, absence: null, dropOff: null, share: 1 },
      { step: 'FIRST_SESSION', people: null, absence: 'WOULD_REVEAL', dropOff: null, share: null },
      { step: 'THIRD_SESSION', people: 15, absence: null, dropOff: 5, share: 0.75 },
      { step: 'FIRST_OUTCOME', people: 15, absence: null, dropOff: 0, share: 0.75 },
      { step: 'COURSE_COMPLETED', people: null, absence: 'GROUP_TOO_SMALL', dropOff: null, share: null },
    ]);
  });

  test('no two numbers that are shown differ by one to four people', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }), (sizes) => {
        const shown = funnelSteps(sizes.sort((one, other) => other - one)).flatMap(({ people }) => people ?? []);
        for (const [place, people] of shown.entries())
          for (const other of [...shown.slice(place + 1), 0])
            expect(people - other === 0 || people - other >= 5).toBe(true);
      }),
    );
  });
});

describe('periods', () => {
  test('of weeks begin on Monday and cross the year', () => {
    expect(periodsBetween('WEEK', '2025-12-31', '2026-01-05')).toEqual([
      { firstDay: '2025-12-29', lastDay: '2026-01-04' },
      { firstDay: '2026-01-05', lastDay: '2026-01-11' },
    ]);
  });

  test('of months and quarters end on their last day', () => {
    expect(periodsBetween('MONTH', '2028-02-10', '2028-03-01').map(({ lastDay }) => lastDay)).toEqual([
      '2028-02-29',
      '2028-03-31',
    ]);
    expect(periodsBetween('QUARTER', '2026-03-31', '2026-04-01')).toEqual([
      { firstDay: '2026-01-01', lastDay: '2026-03-31' },
      { firstDay: '2026-04-01', lastDay: '2026-06-30' },
    ]);
  });
});
