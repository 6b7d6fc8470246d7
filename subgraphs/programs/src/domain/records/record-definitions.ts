import type { ColumnForm } from '../import-file/column-form.ts';
import { sessionForm } from '../import-file/match-columns.ts';
import { buddyCheckIn } from './buddy-check-in.ts';
import { buddyEvent } from './buddy-event.ts';
import { buddyFeedback } from './buddy-feedback.ts';
import { buddyMatch } from './buddy-match.ts';
import { courseCompletion } from './course-completion.ts';
import { credential } from './credential.ts';
import type { RecordDefinition } from './define-record.ts';
import type { RecordKind, SourcedKind } from './record-kind.ts';
import { volunteerActivity } from './volunteer-activity.ts';

export const recordDefinitions = {
  BUDDY_MATCH: buddyMatch,
  BUDDY_EVENT: buddyEvent,
  BUDDY_CHECK_IN: buddyCheckIn,
  BUDDY_FEEDBACK: buddyFeedback,
  COURSE_COMPLETION: courseCompletion,
  CREDENTIAL: credential,
  VOLUNTEER_ACTIVITY: volunteerActivity,
} satisfies Record<SourcedKind, RecordDefinition>;

export function formOf(kind: RecordKind): ColumnForm {
  return kind === 'KINTELL_SESSION' ? sessionForm : recordDefinitions[kind].form;
}
