import { expect, test } from 'vitest';
import { pickLanguage } from './language.ts';

test('a remembered language wins over the browser', () => {
  expect(pickLanguage('uk', ['nb-NO', 'en'])).toBe('uk');
});

test('the first language of the browser that the cockpit speaks is taken', () => {
  expect(pickLanguage(null, ['de-DE', 'nn-NO', 'en'])).toBe('no');
  expect(pickLanguage(null, ['uk-UA'])).toBe('uk');
});

test('English is the language of everyone else, and of a broken memory', () => {
  expect(pickLanguage(null, ['pl', 'fr-CA'])).toBe('en');
  expect(pickLanguage('klingon', [])).toBe('en');
});
