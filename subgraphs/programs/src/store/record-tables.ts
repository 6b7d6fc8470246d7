import type { SourcedKind } from '../domain/records/record-kind.ts';
import { buddyCheckInWrites } from './buddy-check-in-writes.ts';
import { buddyEventWrites } from './buddy-event-writes.ts';
import { buddyFeedbackWrites } from './buddy-feedback-writes.ts';
import { buddyMatchWrites } from './buddy-match-writes.ts';
import { courseCompletionWrites } from './course-completion-writes.ts';
import { importedCredentialWrites } from './imported-credential-writes.ts';
import type { RecordTable } from './record-rows.ts';
import { volunteerActivityWrites } from './volunteer-activity-writes.ts';

export const recordTables = {
  BUDDY_MATCH: buddyMatchWrites,
  BUDDY_EVENT: buddyEventWrites,
  BUDDY_CHECK_IN: buddyCheckInWrites,
  BUDDY_FEEDBACK: buddyFeedbackWrites,
  COURSE_COMPLETION: courseCompletionWrites,
  CREDENTIAL: importedCredentialWrites,
  VOLUNTEER_ACTIVITY: volunteerActivityWrites,
} satisfies Record<SourcedKind, RecordTable>;
