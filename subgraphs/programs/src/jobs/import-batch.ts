import type { Dialect } from '../domain/import-file/dialect.ts';
import { errorCsvRow } from '../domain/import-file/error-csv.ts';
import type { RawRow } from '../domain/import-file/raw-row.ts';
import type { RowIssue } from '../domain/import-file/row-issue.ts';
import type { ImportRow } from '../rows/import.ts';
import type { RejectedRow } from '../store/import-store.ts';

export interface CheckedBatch<Incoming> {
  readonly incoming: readonly Incoming[];
  readonly rejected: readonly RejectedRow[];
  /** Errors of rejected rows and warnings of kept ones. */
  readonly issues: readonly RowIssue[];
}

export type CheckedRow<Incoming> =
  | { readonly ok: true; readonly incoming: Incoming; readonly warnings: readonly RowIssue[] }
  | { readonly ok: false; readonly issues: readonly RowIssue[] };

/** Checks rows of a file: those that can be stored, and those that cannot with the reasons. */
export function checkRows<Incoming>(
  rows: readonly RawRow[],
  dialect: Dialect,
  check: (row: RawRow) => CheckedRow<Incoming>,
): CheckedBatch<Incoming> {
  const incoming: Incoming[] = [];
  const rejected: RejectedRow[] = [];
  const issues: RowIssue[] = [];
  for (const row of rows) {
    const result = check(row);
    if (result.ok) {
      incoming.push(result.incoming);
      issues.push(...result.warnings);
    } else {
      rejected.push({ line: row.line, text: errorCsvRow(row, result.issues, dialect) });
      issues.push(...result.issues);
    }
  }
  return { incoming, rejected, issues };
}

export function mappingOf({ columns }: Pick<ImportRow, 'columns'>): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(columns.flatMap(({ column, field }) => (field === null ? [] : [[field, column]])));
}
