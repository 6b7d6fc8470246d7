import { expect, test } from 'vitest';
import { filterOf, readSearch } from './hours-search.ts';

const search = (address: string) => readSearch(new URLSearchParams(address));

test('an address without a search narrows nothing', () => {
  expect(filterOf(search(''))).toBeNull();
});

test('both days are part of what is listed', () => {
  expect(filterOf(search('status=LOGGED&origin=MEMBER&from=2026-02-28&to=2026-02-28&volunteer=v1'))).toEqual({
    status: 'LOGGED',
    origin: 'MEMBER',
    volunteerId: 'v1',
    from: '2026-02-28T00:00:00.000Z',
    to: '2026-03-01T00:00:00.000Z',
  });
});

test('what is no state, origin or day is left out', () => {
  expect(filterOf(search('status=PAID&origin=HEAVEN&from=2026-13-40&to=yesterday'))).toBeNull();
});
