import { expect, test } from 'vitest';
import { pauseBefore, pauseBeforeSocket } from './pause-before.ts';

test('the pause doubles up to 32 seconds', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 40].map((attempt) => pauseBefore(attempt, () => 0));
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 32_000, 32_000]);
});

test('chance takes off at most half', () => {
  expect(pauseBefore(3, () => 1)).toBe(2000);
});

test('a socket begins with two seconds, on every page', () => {
  const pauses = [1, 2, 3, 4, 5, 6].map((attempt) => pauseBeforeSocket(attempt, () => 0));
  expect(pauses).toEqual([2000, 4000, 8000, 16_000, 32_000, 32_000]);
});
