import type { RecordKind } from '../generated/graphql.ts';

/** What the rows of a file can be, in the order of the choice. */
export const recordKinds = [
  'KINTELL_SESSION',
  'BUDDY_MATCH',
  'BUDDY_EVENT',
  'BUDDY_CHECK_IN',
  'BUDDY_FEEDBACK',
  'COURSE_COMPLETION',
  'CREDENTIAL',
  'VOLUNTEER_ACTIVITY',
] as const satisfies readonly RecordKind[];
