/** What a file can hold: one kind of record, a row each. The first is taken where two fit a file equally well. */
export const RECORD_KINDS = [
  'KINTELL_SESSION',
  'BUDDY_MATCH',
  'BUDDY_EVENT',
  'BUDDY_CHECK_IN',
  'BUDDY_FEEDBACK',
  'COURSE_COMPLETION',
  'CREDENTIAL',
  'VOLUNTEER_ACTIVITY',
] as const;

export type RecordKind = (typeof RECORD_KINDS)[number];

/** Sessions come by the million and have a way of their own; all other kinds share one. */
export type SourcedKind = Exclude<RecordKind, 'KINTELL_SESSION'>;
