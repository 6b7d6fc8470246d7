import { defineEvent } from '@teei/runtime/define-event';
import { z } from 'zod';
import { clearedSha256 } from './cleared-words.ts';

/** What other subgraphs may know of a session. Feedback travels apart, to the one consumer that scores it. */
const session = z.object({
  sessionId: z.string(),
  /** Raised by every change, so that a consumer keeps the newest in whatever order events arrive. */
  revision: z.int().positive(),
  programmeId: z.string(),
  participantId: z.string(),
  volunteerId: z.string().nullable(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  durationMinutes: z.number().positive(),
  correction: z.boolean(),
  /** Absent in events of before it was told; so is the level. */
  kind: z.enum(['LANGUAGE', 'MENTORSHIP']).optional(),
  /** Common European Framework of Reference; null when the source names none. */
  languageLevel: z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']).nullable().optional(),
});

const rating = z.object({
  sessionId: z.string(),
  revision: z.int().positive(),
  participantId: z.string(),
  startedAt: z.string(),
  /** 1 to 5. */
  rating: z.number().nullable(),
  /** The participant's words; null when a correction took them away, and when they were cleared. */
  text: z.string().nullable(),
  clearedSha256,
});

const withdrawn = z.object({ sessionId: z.string(), revision: z.int().positive(), startedAt: z.string() });

const progress = z.object({ importId: z.string() });

/** Work on an import that was asked for; the asking commits with the import's new state, so it cannot be lost. */
const requested = z.object({ importId: z.string(), work: z.enum(['plan', 'run', 'undo']) });

/** People whom an undone import had brought and who have nothing else. */
const orphaned = z.object({
  importId: z.string(),
  participantIds: z.array(z.string()),
  volunteerIds: z.array(z.string()),
});

/** Deliveries that came in or were handled together. */
const webhooks = z.object({
  /** The newest of them, at most 20. */
  deliveryIds: z.array(z.string()),
  count: z.int().positive(),
});

/** A session that is still to come. It has no id here until it has taken place. */
const scheduled = z.object({
  sourceId: z.string(),
  participantId: z.string(),
  volunteerId: z.string().nullable(),
  kind: z.enum(['language', 'mentorship']),
  /** ISO 8601, UTC. */
  startsAt: z.string(),
  durationMinutes: z.number().positive(),
});

/** Places in programmes that were given or taken away. */
const enrolments = z.object({
  enrolments: z.array(z.object({ participantId: z.string(), programmeId: z.string(), enrolled: z.boolean() })),
});

/** Where a participant placed themselves before or after; the answers themselves stay where they are. */
const surveyResponse = z.object({
  responseId: z.string(),
  programmeId: z.string(),
  participantId: z.string(),
  phase: z.enum(['BASELINE', 'FOLLOW_UP']),
  /** ISO 8601, UTC. */
  answeredAt: z.string(),
  /** Of each dimension that was answered whole, 0 to 1. */
  levels: z.array(z.object({ dimension: z.string(), level: z.number() })),
});

export const sessionCompleted = defineEvent('kintell.session.completed', 1, session);
export const ratingCreated = defineEvent('kintell.rating.created', 1, rating);
export const sessionWithdrawn = defineEvent('kintell.session.withdrawn', 1, withdrawn);
export const importProgressed = defineEvent('programs.import.progressed', 1, progress);
export const surveyAnswered = defineEvent('programs.survey.answered', 1, surveyResponse);
export const importRequested = defineEvent('programs.import.requested', 1, requested);
export const peopleOrphaned = defineEvent('programs.people.orphaned', 1, orphaned);
export const sessionScheduled = defineEvent('kintell.session.scheduled', 1, scheduled);
export const webhooksMoved = defineEvent('programs.webhooks.moved', 1, webhooks);
export const enrolmentsChanged = defineEvent('programs.enrolments.changed', 1, enrolments);

/** Work on a credential that was asked for: it commits with the credential. */
const credentialToCheck = z.object({ credentialId: z.string() });

const credentialHeld = z.object({
  credentialId: z.string(),
  participantId: z.string(),
  issuer: z.string().nullable(),
  /** ISO 8601, UTC. */
  issuedAt: z.string().nullable(),
});

const completion = z.object({
  completionId: z.string(),
  courseId: z.string(),
  participantId: z.string(),
  /** ISO 8601, UTC. */
  completedAt: z.string(),
  /** 0 to 100. */
  finalScore: z.number().nullable(),
  /** Absent in events of before it was told. */
  provider: z.string().optional(),
  /** Of a completion that a file states; learning records change theirs without one. */
  revision: z.int().positive().optional(),
  correction: z.boolean().optional(),
});

const courseProgress = z.object({
  courseId: z.string(),
  participantId: z.string(),
  /** 0 to 100. */
  progress: z.number(),
  occurredAt: z.string(),
});

/** The next turn of something that is done again and again. An older turn finds that it is over. */
const turn = z.object({ turn: z.int(), at: z.string() });

export const credentialSubmitted = defineEvent('programs.credential.submitted', 1, credentialToCheck);
export const credentialsDue = defineEvent('programs.credentials.due', 1, turn);
export const pullPlanned = defineEvent('programs.pull.planned', 1, turn.extend({ connectionId: z.string() }));
/** A credential began to count, or no longer does. */
export const credentialIssued = defineEvent('upskilling.credential.issued', 1, credentialHeld);
export const credentialWithdrawn = defineEvent('upskilling.credential.withdrawn', 1, credentialHeld);
export const courseCompleted = defineEvent('upskilling.course.completed', 1, completion);
export const courseCompletionWithdrawn = defineEvent('upskilling.course.withdrawn', 1, completion);
export const progressUpdated = defineEvent('upskilling.progress.updated', 1, courseProgress);
export {
  activityLogged,
  activityWithdrawn,
  buddyEventLogged,
  buddyEventWithdrawn,
  buddyFeedbackSubmitted,
  buddyFeedbackWithdrawn,
  checkInCompleted,
  checkInWithdrawn,
  matchCreated,
  matchWithdrawn,
} from './record-events.ts';
