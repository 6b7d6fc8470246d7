import type { Dialect } from '../import-file/dialect.ts';

/** JSON has one way to write numbers, and its senders one way to write dates. */
export const jsonDialect: Dialect = {
  encoding: 'utf-8',
  bomBytes: 0,
  delimiter: ',',
  lineEnding: '\n',
  decimalComma: false,
  dateFormat: 'iso',
  columns: [],
};
