import { expect, test } from 'vitest';
import { cohensKappa } from './cohens-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

/** Observers' rows, a dot where one said nothing, as units of labels. */
function unitsOf(...observers: readonly string[]): string[][] {
  const rows = observers.map((row) => row.split(' '));
  return (rows[0] ?? []).map((_, unit) => rows.flatMap((row) => (row[unit] === '.' ? [] : [row[unit] as string])));
}

// The examples A, B and C of Krippendorff (2011).
test('alpha of two observers and binary data is that of the literature', () => {
  // By hand: 4 of 10 units differ, so the coincidences off the diagonal are 8; 14 zeros and 6 ones: 1 - 19 * 8 / (2 * 14 * 6).
  const alpha = krippendorffAlpha(unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'));
  expect(alpha).toBeCloseTo(1 - (19 * 8) / (2 * 14 * 6), 12);
  expect(alpha).toBeCloseTo(0.095, 3);
});

test('alpha of two observers and nominal data is that of the literature', () => {
  expect(krippendorffAlpha(unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d'))).toBeCloseTo(0.692, 3);
});

test('alpha of four observers, some of whom said nothing, is that of the literature', () => {
  const units = unitsOf(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  );
  expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3);
});

test('alpha is 1 where all agree, and unknown where there is nothing to compare', () => {
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['b', 'b'],
    ]),
  ).toBe(1);
  for (const units of [
    [],
    [['a'], ['b']],
    [
      ['a', 'a'],
      ['a', 'a'],
    ],
  ])
    expect(krippendorffAlpha(units)).toBeNull();
});

test('kappa of [[20, 5], [10, 15]] is 0.4', () => {
  const times = (count: number, pair: readonly [string, string]) => Array.from({ length: count }, () => pair);
  const pairs = [
    ...times(20, ['yes', 'yes']),
    ...times(5, ['yes', 'no']),
    ...times(10, ['no', 'yes']),
    ...times(15, ['no', 'no']),
  ];
  expect(cohensKappa(pairs)).toBeCloseTo(0.4, 12);
  expect(cohensKappa([])).toBeNull();
});
