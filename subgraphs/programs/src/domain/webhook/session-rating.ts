import type { Dialect } from '../import-file/dialect.ts';
import { readFeedback, readSourceId } from '../import-file/normalise-session.ts';
import type { RawRow } from '../import-file/raw-row.ts';
import { RowCells } from '../import-file/row-cells.ts';
import type { RowIssue } from '../import-file/row-issue.ts';
import { readRating } from '../import-file/session-cells.ts';
import type { ColumnMapping, SessionField } from '../import-file/session-field.ts';

/** How a participant rated a session, told apart from it. What is null was not said. */
export interface SessionRating {
  /** The sender's own id of the session. */
  readonly sourceId: string;
  /** 1..5 */
  readonly rating: number | null;
  readonly feedbackText: string | null;
}

export function normaliseRating(
  row: RawRow,
  mapping: ColumnMapping,
  dialect: Dialect,
):
  | { readonly ok: true; readonly rating: SessionRating }
  | { readonly ok: false; readonly issues: readonly RowIssue[] } {
  const cells = new RowCells<SessionField>(row, mapping);
  const sourceId = cells.require('sessionId', 'MISSING_SESSION_ID', 'BAD_SESSION_ID', readSourceId);
  const feedbackText = readFeedback(cells);
  const readCell = (cell: string) => readRating(cell, dialect);
  const rating =
    feedbackText === null
      ? cells.require('rating', 'MISSING_VALUE', 'BAD_RATING', readCell)
      : cells.prefer('rating', 'BAD_RATING', readCell);
  if (sourceId === null || (rating === null && feedbackText === null)) return { ok: false, issues: cells.issues };
  return { ok: true, rating: { sourceId, rating, feedbackText } };
}
