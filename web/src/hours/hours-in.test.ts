import { expect, test } from 'vitest';
import { hoursIn } from './hours-in.ts';

test.each([
  ['4,5', 4.5],
  ['4.25', 4.25],
  ['24', 24],
  ['0', null],
  ['24.5', null],
  ['4.5.5', null],
  ['four', null],
  ['-1', null],
  ['', null],
])('%s is read as %s', (text, hours) => {
  expect(hoursIn(text)).toBe(hours);
});
