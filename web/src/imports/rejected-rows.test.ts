import { expect, test } from 'vitest';
import { mendedCsv, readRejected, withCell } from './rejected-rows.ts';

const file =
  '\uFEFFid;email;_error_codes;_remedy\r\n1;;MISSING_EMAIL;Write it\r\n2;a@b.c;extra;WRONG_COLUMN_COUNT;Take it out\r\n';

test("the file's own columns can be written into, and the reasons stand beside them", () => {
  expect(readRejected(file, ';')).toEqual({
    columns: ['id', 'email'],
    rows: [
      { cells: ['1', ''], codes: 'MISSING_EMAIL', remedy: 'Write it' },
      { cells: ['2', 'a@b.c', 'extra'], codes: 'WRONG_COLUMN_COUNT', remedy: 'Take it out' },
    ],
  });
});

test('what is sent again has the columns of the file, without ours, and no cell that was emptied behind them', () => {
  const table = withCell(withCell(readRejected(file, ';'), 0, 1, 'x;y@b.c'), 1, 2, '');
  expect(mendedCsv(table, ';')).toBe('\uFEFFid;email\r\n1;"x;y@b.c"\r\n2;a@b.c\r\n');
});
