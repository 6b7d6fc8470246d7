import { expect, test } from 'vitest';
import { normaliseText } from './normalise-text.ts';

test('composes letters and drops characters that do not show', () => {
  expect(normaliseText('cafe\u0301 i\u200Bd\u00ADet\u{E0041}\u{E0042}')).toBe('café idet');
});

test('keeps emoji whole, also those joined by a zero-width joiner', () => {
  expect(normaliseText('bra 👩‍👧 👍🏽')).toBe('bra 👩‍👧 👍🏽');
  expect(normaliseText('a\u200Db')).toBe('ab');
});
