import { expect, test } from 'vitest';
import { placeOf, rotate, secondsFrom } from './rotation.ts';

const ids = ['people', 'sessions', 'hours'];
const by = (places: number) => ({ kind: 'by', places }) as const;

test('it goes round in both directions', () => {
  expect(rotate({ shown: 'hours', paused: false }, by(1), ids).shown).toBe('people');
  expect(rotate({ shown: null, paused: false }, by(-1), ids).shown).toBe('hours');
});

test('a number that appears or goes moves nothing but itself', () => {
  const rotation = { shown: 'sessions', paused: true };
  expect(placeOf(rotation, ['new', ...ids])).toBe(2);
  expect(placeOf(rotation, ['people', 'hours'])).toBe(0);
});

test('nothing to show is nothing to go round', () => {
  expect(rotate({ shown: null, paused: false }, by(1), [])).toEqual({ shown: null, paused: false });
});

test('a pause keeps the slide', () => {
  expect(rotate({ shown: 'hours', paused: false }, { kind: 'pause' }, ids)).toEqual({ shown: 'hours', paused: true });
});

test.each([
  [null, 12],
  ['30', 30],
  ['0.01', 5],
  ['99999', 600],
  ['soon', 12],
])('?every=%s is %s seconds', (text, seconds) => {
  expect(secondsFrom(text)).toBe(seconds);
});
