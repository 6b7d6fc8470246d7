import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrunk, vis1, vis2 } from './volunteer-impact.ts';

test.each([
  [30, 4, 0.6, 53.72],
  [120, 10, 0.9, 95.56],
  [100, 0.5, 0.3, 46.39],
])(
  'vis-1 of %d hours, %d sessions a month and an improvement of %d is %d',
  (hours, sessionsAMonth, improvement, score) => {
    expect(vis1({ hours, sessionsAMonth, improvement }).score).toBeCloseTo(score, 2);
  },
);

test('vis-2 draws few pairs towards no change, and many hardly', () => {
  expect(shrunk(5, 0.4)).toBeCloseTo(0.2, 12);
  expect(shrunk(95, 0.4)).toBeCloseTo(0.38, 12);
  const { outcome, score } = vis2({ hours: 40, activeShare: 0.5, pairs: 5, meanDelta: 0.4 }) ?? {
    outcome: 0,
    score: 0,
  };
  expect(outcome).toBeCloseTo(100 / 9, 9);
  expect(score).toBeCloseTo(0.3 * 40 + 0.3 * 50 + 40 / 9, 9);
});

test('vis-2 without pairs is no score, never 0', () => {
  expect(vis2({ hours: 100, activeShare: 1, pairs: 0, meanDelta: 0 })).toBeNull();
});

test('both stay between 0 and 100 and never fall when volunteers give more', () => {
  const hours = fc.double({ min: 0, max: 500, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const delta = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      hours,
      hours,
      share,
      delta,
      fc.integer({ min: 1, max: 500 }),
      (one, more, activeShare, meanDelta, pairs) => {
        const terms = { activeShare, pairs, meanDelta };
        const less = vis2({ ...terms, hours: one })?.score ?? -1;
        const first = vis1({ hours: one, sessionsAMonth: activeShare * 10, improvement: meanDelta }).score;
        for (const score of [less, first]) expect(score >= 0 && score <= 100 + 1e-9).toBe(true);
        expect(vis2({ ...terms, hours: one + more })?.score).toBeGreaterThanOrEqual(less);
      },
    ),
  );
});
