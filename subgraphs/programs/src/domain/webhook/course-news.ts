import { matchFields } from '../import-file/match-fields.ts';
import type { RawRow } from '../import-file/raw-row.ts';
import type { RowIssue } from '../import-file/row-issue.ts';
import { coursePlace, courseProgress } from '../records/course-progress.ts';
import type { RecordDefinition } from '../records/define-record.ts';
import type { CourseReference, IncomingRecord } from '../records/incoming-record.ts';
import type { Deletion } from './deletion.ts';
import { jsonDialect } from './json-dialect.ts';

/** How far a participant has come in a course. */
export interface CourseProgress {
  /** Of the participant and the course together: the newest word on it counts. */
  readonly sourceId: string;
  readonly participantEmail: string;
  readonly course: CourseReference;
  /** 0 to 100. */
  readonly percent: number;
  /** ISO 8601; null where the sender says no other time than that of the event. */
  readonly progressedAt: string | null;
}

interface Unreadable {
  readonly ok: false;
  readonly issues: readonly RowIssue[];
}

export function readProgress(
  row: RawRow,
  now: Date,
): { readonly ok: true; readonly progress: CourseProgress } | Unreadable {
  const result = normalise(courseProgress, row, now);
  if (!result.ok) return result;
  const { sourceId, participantEmail, course, content } = result.record;
  const { progress: percent, progressed_at: progressedAt } = content;
  if (participantEmail === null || course === null || typeof percent !== 'number') return { ok: false, issues: [] };
  const at = typeof progressedAt === 'string' ? progressedAt : null;
  return { ok: true, progress: { sourceId, participantEmail, course, percent, progressedAt: at } };
}

/** A completion is named by whose it is and of which course. */
export function readCourseDeletion(
  row: RawRow,
  now: Date,
): { readonly ok: true; readonly deletion: Deletion } | Unreadable {
  const result = normalise(coursePlace, row, now);
  if (!result.ok) return result;
  return { ok: true, deletion: { of: 'COURSE_COMPLETION', sourceId: result.record.sourceId } };
}

function normalise(
  definition: RecordDefinition,
  row: RawRow,
  now: Date,
): { readonly ok: true; readonly record: IncomingRecord } | Unreadable {
  const { mapping } = matchFields(definition.form, Object.keys(row.cells));
  return definition.normalise(row, mapping, jsonDialect, now);
}
