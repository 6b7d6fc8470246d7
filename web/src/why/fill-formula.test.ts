import { expect, test } from 'vitest';
import { fillFormula } from './fill-formula.ts';

test('names become values, and a name inside a longer one is left alone', () => {
  const inputs = [
    { name: 'level', value: 3.5 },
    { name: 'levelSum', value: 12 },
  ];
  expect(fillFormula('levelSum / level', inputs, String)).toBe('12 / 3.5');
});

test('signs in a name are no pattern', () => {
  expect(fillFormula('sum(a.b) / 60', [{ name: 'sum(a.b)', value: 90 }], String)).toBe('90 / 60');
});

test('a formula in words that does not name its inputs is left as it is', () => {
  expect(fillFormula('distinct participants with a session', [{ name: 'sessions', value: 4 }], String)).toBeNull();
  expect(fillFormula('anything', [], String)).toBeNull();
});
