import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('labels with room stay where they are', () => {
  expect(spread([10, 100, 50], 16)).toEqual([0, 0, 0]);
});

test('two that would overlap part around their middle, in their order', () => {
  expect(spread([104, 100], 16)).toEqual([6, -6]);
});

test('a label that is pushed takes the next one along', () => {
  const heights = [100, 104, 118];
  const places = spread(heights, 16).map((move, index) => (heights[index] ?? 0) + move);
  expect((places[1] ?? 0) - (places[0] ?? 0)).toBe(16);
  expect((places[2] ?? 0) - (places[1] ?? 0)).toBe(16);
});

test('nothing to spread', () => {
  expect(spread([], 16)).toEqual([]);
});
