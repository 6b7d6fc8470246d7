import { expect, it } from 'vitest';
import { dueDate } from './due-date.ts';

it.each([
  ['2026-03-15T10:30:00.000Z', '2026-04-15T10:30:00.000Z'],
  ['2026-01-31T23:59:59.999Z', '2026-02-28T23:59:59.999Z'],
  ['2028-01-31T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
  ['2026-02-28T12:00:00.000Z', '2026-03-28T12:00:00.000Z'],
  ['2026-08-31T12:00:00.000Z', '2026-09-30T12:00:00.000Z'],
  ['2026-12-31T12:00:00.000Z', '2027-01-31T12:00:00.000Z'],
])('a request received at %s is due at %s', (received, due) => {
  expect(dueDate(new Date(received)).toISOString()).toBe(due);
});
