import { expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv-text.ts';

test.each([',', ';', '\t', '|'])('what was written with %j reads back the same', (delimiter) => {
  const rows = [
    ['id', 'name', 'note'],
    ['1', 'say "hei"', 'two\r\nlines'],
    ['', ' spaced ', `with ${delimiter} in it`],
    ['2', '', ''],
    ['', '', ''],
    ['"', '""', 'a"b'],
  ];
  expect(readCsv(writeCsv(rows, delimiter), delimiter)).toEqual(rows);
});

test('lines may end with a newline alone, and the last one without', () => {
  expect(readCsv('a;b\n1;2\n3;', ';')).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', ''],
  ]);
});

test('nothing has no rows', () => {
  expect(readCsv('', ';')).toEqual([]);
});
