import { expect, test } from 'vitest';
import { withColumnReadAs } from './column-choice.ts';

const columns = [
  { column: 'Id', field: 'sessionId' },
  { column: 'Dato', field: 'date' },
  { column: 'Notat', field: null },
];

test('a field moves to the column that is chosen for it', () => {
  expect(withColumnReadAs(columns, 'Notat', 'date')).toEqual([
    { column: 'Id', field: 'sessionId' },
    { column: 'Dato', field: null },
    { column: 'Notat', field: 'date' },
  ]);
});

test('leaving a column out touches no other', () => {
  expect(withColumnReadAs(columns, 'Dato', null)).toEqual([
    { column: 'Id', field: 'sessionId' },
    { column: 'Dato', field: null },
    { column: 'Notat', field: null },
  ]);
});
