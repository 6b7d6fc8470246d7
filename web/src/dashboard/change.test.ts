import { expect, test } from 'vitest';
import { changeOf } from './change.ts';
import { metric } from './metric.builder.ts';

test('the latest month is compared with the calendar month before it, across a new year', () => {
  const months = [metric({ month: '2025-12', value: 22 }), metric({ month: '2026-01', value: 34 })];
  expect(changeOf(months, '2026-11', 0)).toEqual({
    kind: 'more',
    month: '2026-01',
    before: '2025-12',
    value: 34,
    amount: 12,
    running: false,
  });
});

test('the running month says that it is running', () => {
  const months = [metric({ month: '2026-10', value: 40 }), metric({ month: '2026-11', value: 18 })];
  expect(changeOf(months, '2026-11', 0)).toMatchObject({ kind: 'fewer', amount: 22, running: true });
});

test('a difference that the shown digits do not show is none', () => {
  const months = [metric({ month: '2026-10', value: 0.612 }), metric({ month: '2026-11', value: 0.608 })];
  expect(changeOf(months, '2026-12', 2)).toMatchObject({ kind: 'same', amount: 0 });
});

test('a month that was left out or suppressed is nothing to compare with', () => {
  const months = [
    metric({ month: '2026-09', value: 3 }),
    metric({ month: '2026-10', value: null, absence: 'GROUP_TOO_SMALL' }),
    metric({ month: '2026-11', value: 4 }),
  ];
  expect(changeOf(months, '2026-12', 0)).toMatchObject({ kind: 'nothingBefore', before: '2026-10' });
});

test('a latest month without a value is passed over', () => {
  const months = [metric({ month: '2026-10', value: 3 }), metric({ month: '2026-11', value: null })];
  expect(changeOf(months, '2026-11', 0)).toMatchObject({ month: '2026-10' });
});

test('no month, no change', () => {
  expect(changeOf([], '2026-11', 0)).toBeNull();
});
