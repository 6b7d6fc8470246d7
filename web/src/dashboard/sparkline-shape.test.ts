import { expect, test } from 'vitest';
import { sparklineShape } from './sparkline-shape.ts';

const box = { width: 100, height: 36 };

test('counts stand on zero and reach the top', () => {
  expect(sparklineShape([0, 5, 10], box)).toMatchObject({
    line: 'M0 33L50 18L100 3',
    last: { x: 100, y: 3 },
    middle: null,
  });
});

test('a month without a value breaks the line', () => {
  expect(sparklineShape([1, 1, null, 1, 1], box)?.line).toBe('M0 3L25 3M75 3L100 3');
});

test('the last known point is marked, even when later months are empty', () => {
  expect(sparklineShape([0, 10, null], box)?.last).toEqual({ x: 50, y: 3 });
});

test('levels keep their scale, so that two tiles can be compared', () => {
  expect(sparklineShape([0.5, 0.5], { ...box, scale: [0, 1] })).toMatchObject({ line: 'M0 18L100 18', middle: 18 });
});

test('one value is no line', () => {
  expect(sparklineShape([null, 3, null], box)).toBeNull();
  expect(sparklineShape([], box)).toBeNull();
});
