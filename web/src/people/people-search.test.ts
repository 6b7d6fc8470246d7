import { expect, test } from 'vitest';
import { filterOf, readSearch } from './people-search.ts';

test('an address without a search narrows nothing', () => {
  expect(filterOf(readSearch(new URLSearchParams('search=%20%20&conflicts=perhaps')))).toBeNull();
});

test('every part of the search becomes part of the filter', () => {
  const address = new URLSearchParams('search=olena&programmeId=p1&language=uk&conflicts=none');
  expect(filterOf(readSearch(address))).toEqual({
    search: 'olena',
    programmeId: 'p1',
    language: 'uk',
    hasOpenReviewItem: false,
  });
});
