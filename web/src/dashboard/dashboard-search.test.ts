import { expect, test } from 'vitest';
import { readDashboardSearch } from './dashboard-search.ts';

const read = (address: string) => readDashboardSearch(new URLSearchParams(address));

test('an empty address, and one that holds no period, is all time of the whole company', () => {
  expect(read('')).toEqual({ period: null, programme: null });
  expect(read('period=2026-W54&programme=')).toEqual({ period: null, programme: null });
});

test('a period is a name, or the newest of a grain', () => {
  expect(read('period=2026-W07').period).toBe('2026-W07');
  expect(read('period=MONTH').period).toBe('MONTH');
});

test('a programme without a period shows its newest quarter', () => {
  expect(read('programme=a')).toEqual({ period: 'QUARTER', programme: 'a' });
  expect(read('programme=a&period=2026-02').period).toBe('2026-02');
});
