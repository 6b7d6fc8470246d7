import { expect, test } from 'vitest';
import { changeOf } from './change.ts';

test('the newest month is compared with the calendar month before it, across a new year', () => {
  expect(changeOf(months({ '2025-12': 22, '2026-01': 34 }), november, 0)).toEqual({
    kind: 'more',
    period: '2026-01',
    before: '2025-12',
    value: 34,
    amount: 12,
    running: false,
  });
});

test('a chosen period is compared with the one before it, whatever came later', () => {
  const weeks = months({ '2026-W52': 5, '2026-W53': 9, '2027-W01': 2, '2027-W02': 40 }, '2027-W01');
  expect(changeOf(weeks, november, 0)).toMatchObject({ kind: 'fewer', before: '2026-W53', amount: 7 });
});

test('a chosen period without a value compares with nothing', () => {
  expect(changeOf(months({ '2026-Q1': 5, '2026-Q2': null }, '2026-Q2'), november, 0)).toBeNull();
});

test('the running month says that it is running', () => {
  const change = changeOf(months({ '2026-10': 40, '2026-11': 18 }), november, 0);
  expect(change).toMatchObject({ kind: 'fewer', amount: 22, running: true });
  expect(changeOf(months({ '2026-Q3': 40, '2026-Q4': 18 }), november, 0)).toMatchObject({ running: true });
});

test('a difference that the shown digits do not show is none', () => {
  const change = changeOf(months({ '2026-09': 0.612, '2026-10': 0.608 }), november, 2);
  expect(change).toMatchObject({ kind: 'same', amount: 0 });
});

test('a month that was left out or suppressed is nothing to compare with', () => {
  const change = changeOf(months({ '2026-08': 3, '2026-09': null, '2026-10': 4 }), november, 0);
  expect(change).toMatchObject({ kind: 'nothingBefore', before: '2026-09' });
});

test('a newest month without a value is passed over', () => {
  expect(changeOf(months({ '2026-10': 3, '2026-11': null }), november, 0)).toMatchObject({ period: '2026-10' });
});

test('no month, no change', () => {
  expect(changeOf(months({}), november, 0)).toBeNull();
});

const november = new Date('2026-11-22T12:00:00Z');

function months(values: Readonly<Record<string, number | null>>, at: string | null = null) {
  const points = Object.entries(values).map(([period, value]) => ({ period, value, absence: null, metric: null }));
  return { at, points };
}
