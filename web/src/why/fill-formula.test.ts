import { expect, test } from 'vitest';
import { fillFormula } from './fill-formula.ts';

test('names become values, and a name inside a longer one is left alone', () => {
  const inputs = [
    { name: 'level', value: 3.5 },
    { name: 'level sum', value: 12 },
    { name: 'scores', value: 4 },
  ];
  expect(fillFormula('mean = level sum / levels * level', inputs, String)).toBe('mean = 12 / levels * 3.5');
});

test('signs in a name are no pattern, and letters of every script are letters', () => {
  expect(fillFormula('години = (a.b) / 60', [{ name: '(a.b)', value: 90 }], String)).toBe('години = 90 / 60');
  expect(fillFormula('x = сума певності', [{ name: 'сума', value: 1 }], String)).toBe('x = 1 певності');
  expect(fillFormula('x = сумарна', [{ name: 'сума', value: 1 }], String)).toBeNull();
});

test('a description is left as it is', () => {
  expect(fillFormula('number of sessions in the period', [{ name: 'sessions', value: 4 }], String)).toBeNull();
  expect(fillFormula('x = y', [], String)).toBeNull();
});
