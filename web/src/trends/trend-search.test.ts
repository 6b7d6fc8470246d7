import { expect, test } from 'vitest';
import { readTrendSearch } from './trend-search.ts';

test('an empty address shows the months of one outcome', () => {
  expect(readTrendSearch(new URLSearchParams())).toEqual({
    ...{ metric: 'OUTCOME_LEVEL', dimension: 'BELONGING', grain: 'MONTH', window: 3 },
    ...{ programme: '', from: '', to: '', by: 'PROGRAMME' },
  });
});

test('what is no choice is left out', () => {
  const address = new URLSearchParams('metric=SROI&grain=DAY&window=4&from=2026-13&to=2026-02&by=AGE');
  expect(readTrendSearch(address)).toMatchObject({
    ...{ metric: 'OUTCOME_LEVEL', grain: 'MONTH', window: 3, from: '', to: '2026-02', by: 'PROGRAMME' },
  });
});
