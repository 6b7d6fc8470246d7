import { expect, test } from 'vitest';
import { periodName } from './period-name.ts';

test.each([
  ['2025-12-29', '2026-W01'],
  ['2026-01-05', '2026-W02'],
  // 2026 begins on a Thursday, so it has 53 weeks.
  ['2026-12-28', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2020-12-28', '2020-W53'],
])('the week from %s is %s', (monday, name) => {
  expect(periodName('WEEK', monday)).toBe(name);
});

test('months, quarters and all time', () => {
  expect(periodName('MONTH', '2026-02-01')).toBe('2026-02');
  expect(periodName('QUARTER', '2026-01-01')).toBe('2026-Q1');
  expect(periodName('QUARTER', '2026-10-01')).toBe('2026-Q4');
  expect(periodName('ALL_TIME', null)).toBeNull();
});
