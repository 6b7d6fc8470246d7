import { expect, test } from 'vitest';
import { isPaletteKey, nextKey } from './key-sequence.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test('g and then a letter within a second and a half leads to a page', () => {
  const first = nextKey('g', null, 1000);
  expect(first).toEqual({ kind: 'none', pending: 1000 });
  expect(nextKey('d', first.pending, 2400)).toEqual({ kind: 'page', letter: 'd', pending: null });
  expect(nextKey('d', first.pending, 2600)).toEqual({ kind: 'none', pending: null });
});

test('a letter alone, or what is typed into a field between the two, leads nowhere', () => {
  expect(nextKey('d', null, 1000)).toEqual({ kind: 'none', pending: null });
  expect(nextKey(null, 1000, 1100)).toEqual({ kind: 'none', pending: null });
});

test('Shift on the way to the second letter does not end the sequence', () => {
  expect(nextKey('shift', 1000, 1100)).toEqual({ kind: 'none', pending: 1000 });
});

test('the question mark asks for help', () => {
  expect(nextKey('?', null, 1000)).toEqual({ kind: 'help', pending: null });
});

test('the palette opens by K with Ctrl or Cmd alone, on a Cyrillic keyboard too', () => {
  expect(isPaletteKey({ ...none, key: 'k', code: 'KeyK', ctrlKey: true })).toBe(true);
  expect(isPaletteKey({ ...none, key: 'л', code: 'KeyK', metaKey: true })).toBe(true);
  expect(isPaletteKey({ ...none, key: 'k', code: 'KeyK' })).toBe(false);
  expect(isPaletteKey({ ...none, key: 'k', code: 'KeyK', ctrlKey: true, shiftKey: true })).toBe(false);
});
