import { byteOrderMark, csvLine, inertCell } from '@teei/runtime/csv-line';
import type { Dialect } from './dialect.ts';
import { ERROR_COLUMNS, isErrorColumn } from './error-columns.ts';
import type { RawRow } from './raw-row.ts';
import type { RowIssue } from './row-issue.ts';

/**
 * The first line of a file of rejected rows: the import's own columns, then `_error_codes` and `_remedy`. The file is UTF-8
 * with a byte order mark whatever the import was.
 */
export function errorCsvHeader(dialect: Dialect): string {
  const own = dialect.columns.filter((column) => !isErrorColumn(column));
  return `${byteOrderMark}${csvLine([...own, ...ERROR_COLUMNS], dialect.delimiter, dialect.lineEnding)}`;
}

/**
 * One rejected row as it was, with what is wrong and how to mend it; the mended file can be imported as it is.
 * A row with too few cells is filled up, so that the two columns stay in their place; one with too many stays too long, so
 * that it is rejected again unless somebody mends it. Only our own two columns are kept from being run as formulas: an apostrophe
 * in the person's columns would change their data on the way back in.
 */
export function errorCsvRow(row: RawRow, issues: readonly RowIssue[], dialect: Dialect): string {
  const own = row.raw.filter((_, at) => !isErrorColumn(dialect.columns[at] ?? ''));
  const width = dialect.columns.filter((column) => !isErrorColumn(column)).length;
  const filled = [...own, ...Array<string>(Math.max(0, width - own.length)).fill('')];
  const errors = issues.filter((issue) => issue.level === 'error');
  const codes = unique(errors.map((issue) => issue.code)).join(' ');
  const remedy = unique(errors.map(describe)).join(' ');
  return csvLine([...filled, inertCell(codes), inertCell(remedy)], dialect.delimiter, dialect.lineEnding);
}

function describe(issue: RowIssue): string {
  return issue.column === '' ? issue.remedy : `${issue.column}: ${issue.remedy}`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
