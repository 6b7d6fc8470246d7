import { expect, test } from 'vitest';
import { fileAddress, filterOf, readSearch } from './audit-search.ts';

const search = (address: string) => readSearch(new URLSearchParams(address));

test('an address without a search narrows neither the page nor the file', () => {
  expect(filterOf(search('line=l1'))).toBeNull();
  expect(fileAddress(search('line=l1'))).toBe('/files/audit-log.csv');
});

test('the file is narrowed as the page is, with both days', () => {
  const narrowed = search('action=member&actor=member:1&target=t&from=2026-02-28&to=2026-02-28');
  expect(filterOf(narrowed)).toEqual({
    action: 'member',
    actor: 'member:1',
    target: 't',
    from: '2026-02-28T00:00:00.000Z',
    to: '2026-03-01T00:00:00.000Z',
  });
  expect(Object.fromEntries(new URL(fileAddress(narrowed), 'http://cockpit').searchParams)).toEqual(filterOf(narrowed));
});

test('what is no day is left out', () => {
  expect(filterOf(search('from=2026-13-40&to=yesterday'))).toBeNull();
});
