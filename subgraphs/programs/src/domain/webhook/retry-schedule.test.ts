import { expect, test } from 'vitest';
import { maximumAttempts, pauseAfter } from './retry-schedule.ts';

test('pauses grow threefold, spread over half to one and a half, and end', () => {
  const middle = Array.from({ length: maximumAttempts }, (_, index) => pauseAfter(index + 1, 0.5));
  expect(middle).toEqual([5_000, 15_000, 45_000, 135_000, 405_000, 1_215_000, 3_645_000, undefined]);
  expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([2_500, 7_500]);
});
