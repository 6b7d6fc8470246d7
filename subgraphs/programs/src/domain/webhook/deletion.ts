import type { RawRow } from '../import-file/raw-row.ts';
import type { Mapping } from '../records/define-record.ts';
import type { RecordKind } from '../records/record-kind.ts';

/** A record that its source no longer has. */
export interface Deletion {
  readonly of: RecordKind;
  /** The sender's own id of the record; of a completion, which has none, what it is known by here. */
  readonly sourceId: string;
}

/** What is deleted by the id that its source gave it. */
export type KindWithId = Exclude<RecordKind, 'COURSE_COMPLETION'>;

/** Which field of a record's form holds its id. */
const idFields: Readonly<Record<KindWithId, string>> = {
  KINTELL_SESSION: 'sessionId',
  BUDDY_MATCH: 'matchId',
  BUDDY_EVENT: 'eventId',
  BUDDY_CHECK_IN: 'checkInId',
  BUDDY_FEEDBACK: 'feedbackId',
  CREDENTIAL: 'credentialId',
  VOLUNTEER_ACTIVITY: 'activityId',
};

export const kindOfDeletion: ReadonlyMap<string, RecordKind> = new Map([
  ['kintell.session.deleted', 'KINTELL_SESSION'],
  ['buddy.match.deleted', 'BUDDY_MATCH'],
  ['buddy.event.deleted', 'BUDDY_EVENT'],
  ['buddy.checkin.deleted', 'BUDDY_CHECK_IN'],
  ['buddy.check_in.deleted', 'BUDDY_CHECK_IN'],
  ['buddy.feedback.deleted', 'BUDDY_FEEDBACK'],
  ['upskilling.course.deleted', 'COURSE_COMPLETION'],
  ['upskilling.credential.deleted', 'CREDENTIAL'],
  ['volunteer.activity.deleted', 'VOLUNTEER_ACTIVITY'],
]);

/** Undefined when the row does not say which record is gone. */
export function readDeletion(of: KindWithId, row: RawRow, mapping: Mapping): Deletion | undefined {
  const column = mapping[idFields[of]];
  const sourceId = (column === undefined ? '' : (row.cells[column] ?? '')).trim().normalize('NFC');
  return sourceId === '' || sourceId.length > 200 || sourceId.includes('\0') ? undefined : { of, sourceId };
}
