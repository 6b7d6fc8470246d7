import { expect, test } from 'vitest';
import { filterOf, readSearch } from './evidence-search.ts';

test('the address becomes a filter', () => {
  const address = new URLSearchParams('dimension=BELONGING&search=venner');
  expect(filterOf(readSearch(address))).toEqual({ dimension: 'BELONGING', search: 'venner' });
  expect(filterOf(readSearch(new URLSearchParams()))).toBeNull();
});

test('what is no choice is not asked for', () => {
  const address = new URLSearchParams('dimension=HOPE&direction=UP&from=May&to=2026-13&language=no');
  expect(filterOf(readSearch(address))).toEqual({ language: 'no' });
});
