import { foldName } from '../import-file/fold-name.ts';
import { type GivenFields, matchFields } from '../import-file/match-fields.ts';
import type { Mapping } from '../records/define-record.ts';
import { recordDefinitions } from '../records/record-definitions.ts';
import type { SourcedKind } from '../records/record-kind.ts';

/** Types of events that carry a whole record: those of DOMAIN events, and what senders call its making and its correction. */
export const kindOfEvent: ReadonlyMap<string, SourcedKind> = new Map([
  ...types('BUDDY_MATCH', 'buddy.match', ['created', 'updated']),
  ...types('BUDDY_EVENT', 'buddy.event', ['logged', 'created', 'updated']),
  ...types('BUDDY_CHECK_IN', 'buddy.checkin', ['completed', 'created', 'updated']),
  ...types('BUDDY_CHECK_IN', 'buddy.check_in', ['completed', 'created', 'updated']),
  ...types('BUDDY_FEEDBACK', 'buddy.feedback', ['submitted', 'created', 'updated']),
  ...types('COURSE_COMPLETION', 'upskilling.course', ['completed', 'updated']),
  ...types('CREDENTIAL', 'upskilling.credential', ['issued', 'created', 'updated']),
  ...types('VOLUNTEER_ACTIVITY', 'volunteer.activity', ['logged', 'created', 'updated']),
]);

function types(kind: SourcedKind, subject: string, verbs: readonly string[]): [string, SourcedKind][] {
  return verbs.map((verb) => [`${subject}.${verb}`, kind]);
}

/**
 * Where senders put what a file has in a column, most telling first: `course_completion_date` is `completion_date` in
 * `course`. What stands here comes before the names of columns, since a nested name says more than a bare one.
 */
const placesInData: Readonly<Record<SourcedKind, Readonly<Record<string, readonly string[]>>>> = {
  BUDDY_MATCH: {
    participantEmail: ['participant_email', 'mentee_email', 'newcomer_email'],
    buddyEmail: ['buddy_email', 'mentor_email', 'volunteer_email'],
    matchedAt: ['matched_at', 'match_date', 'created_at', 'match_created_at', 'match_matched_at'],
    endedAt: ['ended_at', 'match_ended_at'],
  },
  BUDDY_EVENT: {
    ...ofPair('event_match_id'),
    heldAt: ['held_at', 'event_held_at', 'event_date', 'event_occurred_at', 'occurred_at', 'event_started_at'],
    durationMinutes: ['duration_minutes', 'event_duration_minutes'],
    note: ['note', 'event_note', 'event_notes', 'event_description'],
  },
  BUDDY_CHECK_IN: {
    ...ofPair('check_in_match_id'),
    checkedAt: ['checked_at', 'completed_at', 'check_in_completed_at', 'check_in_checked_at', 'check_in_date'],
    mood: ['mood', 'check_in_mood'],
    note: ['note', 'check_in_note', 'check_in_notes'],
  },
  BUDDY_FEEDBACK: {
    ...ofPair('feedback_match_id'),
    submittedAt: ['submitted_at', 'feedback_submitted_at', 'feedback_date', 'created_at'],
    author: ['author', 'author_role', 'author_kind', 'feedback_author', 'submitted_by'],
    rating: ['rating', 'feedback_rating'],
    feedbackText: ['feedback_text', 'feedback_comment', 'text', 'comment'],
  },
  COURSE_COMPLETION: {
    completedAt: ['completed_at', 'completion_date', 'course_completed_at', 'course_completion_date'],
    finalScore: ['final_score', 'score', 'course_final_score', 'course_score'],
    credentialRef: ['credential_ref', 'credential_id', 'certificate_id', 'course_certificate_id'],
  },
  CREDENTIAL: {
    provider: ['provider', 'credential_provider', 'course_provider', 'issuer_name'],
    issuedAt: ['issued_at', 'credential_issued_at', 'credential_issue_date'],
    expiresAt: ['expires_at', 'credential_expires_at', 'credential_expiry_date'],
    verificationCode: ['verification_code', 'credential_verification_code'],
  },
  VOLUNTEER_ACTIVITY: {
    // An activity that stands in a session has the session's id; its own is that of what was done there.
    activityId: ['session_id', 'activity_id'],
    volunteerEmail: ['volunteer_email', 'employee_email', 'user_email'],
    activityDate: ['activity_date', 'session_date', 'date'],
    hours: ['hours_contributed', 'hours', 'activity_hours'],
    location: ['location', 'activity_location', 'ngo_location'],
    description: ['description', 'activity_description'],
    skills: ['skills_used', 'activity_skills_used'],
    impactArea: ['impact_area', 'activity_impact_area'],
  },
};

function ofPair(matchId: string): Record<string, readonly string[]> {
  return {
    matchId: ['match_id', matchId],
    participantEmail: ['participant_email', 'mentee_email', 'match_participant_email', 'match_mentee_email'],
    buddyEmail: ['buddy_email', 'mentor_email', 'volunteer_email', 'match_buddy_email', 'match_mentor_email'],
  };
}

/** Which cell of a sender's data is which field of the record. */
export function mapData(kind: SourcedKind, names: readonly string[]): Mapping {
  const byName = new Map(names.map((name) => [foldName(name), name]));
  const given: Record<string, string> = {};
  for (const [field, places] of Object.entries(placesInData[kind])) {
    const found = places.map((place) => byName.get(foldName(place))).find((name) => name !== undefined);
    if (found !== undefined) given[field] = found;
  }
  return matchFields(recordDefinitions[kind].form, names, given satisfies GivenFields<string>).mapping;
}
