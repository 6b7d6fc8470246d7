import { expect, test } from 'vitest';
import { normaliseText } from './normalise-text.ts';

test('composes letters and drops characters that do not show', () => {
  expect(normaliseText('cafe\u0301 i\u200Bd\u00ADet\u{E0041}\u{E0042}')).toBe('café idet');
});

test('keeps emoji whole, also those joined by a zero-width joiner', () => {
  expect(normaliseText('bra 👩‍👧 👍🏽')).toBe('bra 👩‍👧 👍🏽');
  expect(normaliseText('a\u200Db')).toBe('ab');
});

test('control characters, fillers and hidden variation selectors go, line ends become one kind', () => {
  expect(normaliseText('a\u0000b\u0007c\u3164d\u{E0101}e\r\nf\u2028g\th')).toBe('abcde\nf\ng\th');
});

test('half of a surrogate pair becomes the replacement character', () => {
  expect(normaliseText('x\uD83Dy')).toBe('x\uFFFDy');
});
