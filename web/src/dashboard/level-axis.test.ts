import { expect, test } from 'vitest';
import { levelAxis } from './level-axis.ts';

test('the axis holds every level and the middle', () => {
  expect(levelAxis([0.62, 0.71, null])).toEqual({ min: 0.4, max: 0.8, interval: 0.1 });
});

test('it never leaves the scale', () => {
  expect(levelAxis([0, 1])).toEqual({ min: 0, max: 1, interval: 0.2 });
});

test('a flat series gets at least three tenths', () => {
  const { min, max } = levelAxis([0.5]);
  expect(max - min).toBeGreaterThanOrEqual(0.2999);
});
