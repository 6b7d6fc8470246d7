import { expect, test } from 'vitest';
import { firstDayOf, isPeriod, lastMonthOf, periodAfter, periodOf, periodsUpTo } from './period.ts';

test('a week belongs to the year of its Thursday', () => {
  expect(periodOf(new Date('2027-01-03T23:00:00Z'), 'WEEK')).toBe('2026-W53');
  expect(periodOf(new Date('2025-12-29T00:00:00Z'), 'WEEK')).toBe('2026-W01');
  expect(firstDayOf('2026-W01').toISOString().slice(0, 10)).toBe('2025-12-29');
  expect(firstDayOf('2026-W53').toISOString().slice(0, 10)).toBe('2026-12-28');
});

test('every grain steps over a new year, both ways', () => {
  expect(periodAfter('2026-W53')).toBe('2027-W01');
  expect(periodAfter('2026-01', -1)).toBe('2025-12');
  expect(periodsUpTo('2026-Q1', 3)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1']);
});

test('a period ends in a month', () => {
  expect(['2026-Q1', '2026-02', '2026-W05'].map(lastMonthOf)).toEqual(['2026-03', '2026-02', '2026-02']);
});

test('what is no period is told from one', () => {
  expect(['2026-W54', '2026-13', '2026-Q5', '2026-W00', 'MONTH', ''].filter(isPeriod)).toEqual([]);
  expect(['2026-W53', '2026-12', '2026-Q4'].every(isPeriod)).toBe(true);
});
