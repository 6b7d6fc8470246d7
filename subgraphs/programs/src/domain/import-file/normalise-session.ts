import type { Dialect } from './dialect.ts';
import type { KintellSession } from './kintell-session.ts';
import type { RawRow } from './raw-row.ts';
import { RowCells } from './row-cells.ts';
import { cut, type RowIssue } from './row-issue.ts';
import { readDuration, readEmail, readLanguageLevel, readRating, readSessionKind, readStart } from './session-cells.ts';
import type { ColumnMapping, SessionField } from './session-field.ts';

export const MAX_FEEDBACK_LENGTH = 4000;

export type NormalisedSession =
  | { readonly ok: true; readonly session: KintellSession; readonly warnings: readonly RowIssue[] }
  /** `issues` holds at least one error, and the row's warnings beside it. */
  | { readonly ok: false; readonly issues: readonly RowIssue[] };

export interface NormaliseOptions {
  /** IANA zone of the times that carry none, e.g. `Europe/Oslo`. UTC by default: the file does not say where it was made. */
  readonly timeZone?: string;
  /** The present, for the warning `FUTURE_DATE`; without it no date is in the future. */
  readonly now?: Date;
}

/**
 * Turns a row of a Kintell export into a session, or says why not. What a session cannot be without (id, type, participant,
 * date, duration) is an error when missing or wrong; the rest is left out with a warning, so that the hours still count.
 */
export function normaliseSession(
  row: RawRow,
  mapping: ColumnMapping,
  dialect: Dialect,
  options: NormaliseOptions = {},
): NormalisedSession {
  if (row.issues.length > 0) return { ok: false, issues: row.issues };
  const cells = new RowCells<SessionField>(row, mapping);
  const sourceId = cells.require('sessionId', 'MISSING_SESSION_ID', 'BAD_SESSION_ID', readSourceId);
  const kind = cells.require('sessionType', 'MISSING_SESSION_TYPE', 'UNKNOWN_SESSION_TYPE', readSessionKind);
  const participantEmail = cells.require('participantEmail', 'MISSING_EMAIL', 'BAD_EMAIL', readEmail);
  const volunteerEmail = cells.prefer('volunteerEmail', 'BAD_EMAIL', readEmail, 'MISSING_VOLUNTEER_EMAIL');
  const startedAt = cells.require('date', 'MISSING_DATE', 'BAD_DATE', (cell) =>
    readStart(cell, dialect, options.timeZone),
  );
  const durationMinutes = cells.require('durationMinutes', 'MISSING_DURATION', 'BAD_DURATION', (cell) =>
    readDuration(cell, dialect),
  );
  const rating = cells.prefer('rating', 'BAD_RATING', (cell) => readRating(cell, dialect));
  const languageLevel = cells.prefer('languageLevel', 'UNKNOWN_LANGUAGE_LEVEL', readLanguageLevel);
  const feedbackText = readFeedback(cells);
  const { issues } = cells;
  if (
    sourceId === null ||
    kind === null ||
    participantEmail === null ||
    startedAt === null ||
    durationMinutes === null
  ) {
    return { ok: false, issues };
  }
  if (options.now !== undefined && startedAt > options.now.toISOString())
    cells.report('warning', 'FUTURE_DATE', 'date');
  const session = {
    sourceId,
    kind,
    participantEmail,
    volunteerEmail,
    startedAt,
    durationMinutes,
    rating,
    feedbackText,
    languageLevel,
  };
  return { ok: true, session, warnings: issues };
}

export function readSourceId(cell: string): string | null {
  const id = cell.normalize('NFC');
  return id.length <= 200 && !id.includes('\0') ? id : null;
}

export function readFeedback(cells: RowCells<SessionField>): string | null {
  // Postgres text holds every character but NUL.
  const text = cells.text('feedbackText').normalize('NFC').replaceAll('\0', '\uFFFD');
  if (text.length > MAX_FEEDBACK_LENGTH) cells.report('warning', 'FEEDBACK_TOO_LONG', 'feedbackText');
  // U+FFFD is what a decoder leaves in place of bytes that are no text in the file's encoding.
  if (text.includes('\uFFFD')) cells.report('warning', 'UNREADABLE_CHARACTERS', 'feedbackText');
  return text === '' ? null : cut(text, MAX_FEEDBACK_LENGTH).trimEnd();
}
