import type { Dialect } from '../domain/import-file/dialect.ts';
import { errorCsvRow } from '../domain/import-file/error-csv.ts';
import { normaliseSession } from '../domain/import-file/normalise-session.ts';
import type { RawRow } from '../domain/import-file/raw-row.ts';
import type { RowIssue } from '../domain/import-file/row-issue.ts';
import type { ColumnMapping } from '../domain/import-file/session-field.ts';
import { contentHash } from '../domain/import-run/content-hash.ts';
import type { IncomingSession } from '../domain/import-run/plan-batch.ts';
import type { ImportRow } from '../rows.ts';
import type { RejectedRow } from '../store/import-store.ts';

export interface CheckedBatch {
  readonly incoming: readonly IncomingSession[];
  readonly rejected: readonly RejectedRow[];
  /** Errors of rejected rows and warnings of kept ones. */
  readonly issues: readonly RowIssue[];
}

/** Checks rows of a file: those that can be stored, and those that cannot with the reasons. */
export function checkRows(rows: readonly RawRow[], mapping: ColumnMapping, dialect: Dialect, now: Date): CheckedBatch {
  const incoming: IncomingSession[] = [];
  const rejected: RejectedRow[] = [];
  const issues: RowIssue[] = [];
  for (const row of rows) {
    const result = normaliseSession(row, mapping, dialect, { now });
    if (result.ok) {
      incoming.push({ session: result.session, contentHash: contentHash(result.session) });
      issues.push(...result.warnings);
    } else {
      rejected.push({ line: row.line, text: errorCsvRow(row, result.issues, dialect) });
      issues.push(...result.issues);
    }
  }
  return { incoming, rejected, issues };
}

export function mappingOf({ columns }: Pick<ImportRow, 'columns'>): ColumnMapping {
  return Object.fromEntries(columns.flatMap(({ column, field }) => (field === null ? [] : [[field, column]])));
}
