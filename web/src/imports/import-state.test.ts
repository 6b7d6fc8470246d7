import { expect, test } from 'vitest';
import { isBeingChecked, shareDone } from './import-state.ts';

const account = (read: number) => ({
  __typename: 'ImportAccount' as const,
  read,
  created: read,
  updated: 0,
  unchanged: 0,
  rejected: 0,
});

test('a run is as far as its rows, once they are counted', () => {
  expect(shareDone({ progress: 1, account: account(250), plan: account(1000) })).toBe(0.25);
  expect(shareDone({ progress: 0.4, account: account(250), plan: null })).toBe(0.4);
});

test('a file with a missing column is not being checked: it waits for a person', () => {
  expect(isBeingChecked({ status: 'PLANNED', plan: null, missingFields: [] })).toBe(true);
  expect(isBeingChecked({ status: 'PLANNED', plan: null, missingFields: ['date'] })).toBe(false);
  expect(isBeingChecked({ status: 'PLANNED', plan: account(3), missingFields: [] })).toBe(false);
});
