import { defineEvent } from '@teei/runtime/define-event';
import { z } from 'zod';
import { clearedSha256 } from './cleared-words.ts';

const version = {
  /** Raised by every change, so that a consumer keeps the newest in whatever order events arrive. */
  revision: z.int().positive(),
};
const told = { ...version, correction: z.boolean() };
const pair = { matchId: z.string(), participantId: z.string(), volunteerId: z.string() };

export const matchCreated = defineEvent(
  'buddy.match.created',
  1,
  z.object({
    ...told,
    ...pair,
    status: z.enum(['ACTIVE', 'ENDED']),
    /** ISO 8601, UTC; so is every time below. */
    matchedAt: z.string(),
    endedAt: z.string().nullable(),
  }),
);
export const matchWithdrawn = defineEvent('buddy.match.withdrawn', 1, z.object({ ...version, ...pair }));

export const buddyEventLogged = defineEvent(
  'buddy.event.logged',
  1,
  z.object({
    ...told,
    ...pair,
    eventId: z.string(),
    kind: z.string(),
    heldAt: z.string(),
    durationMinutes: z.number().nullable(),
  }),
);
export const buddyEventWithdrawn = defineEvent(
  'buddy.event.withdrawn',
  1,
  z.object({ ...version, ...pair, eventId: z.string() }),
);

export const checkInCompleted = defineEvent(
  'buddy.checkin.completed',
  1,
  z.object({
    ...told,
    ...pair,
    checkInId: z.string(),
    checkedAt: z.string(),
    /** 1 (very bad) to 5 (very good). */
    mood: z.number().nullable(),
    /** What was written at it, for the one consumer that scores it; absent in events of before it was told. */
    note: z.string().nullable().optional(),
    clearedSha256,
  }),
);
export const checkInWithdrawn = defineEvent(
  'buddy.checkin.withdrawn',
  1,
  z.object({ ...version, ...pair, checkInId: z.string() }),
);

export const buddyFeedbackSubmitted = defineEvent(
  'buddy.feedback.submitted',
  1,
  z.object({
    ...told,
    ...pair,
    feedbackId: z.string(),
    author: z.enum(['PARTICIPANT', 'VOLUNTEER']),
    submittedAt: z.string(),
    /** 1 to 5. */
    rating: z.number().nullable(),
    /** Null when it was cleared. */
    text: z.string().nullable(),
    clearedSha256,
  }),
);
export const buddyFeedbackWithdrawn = defineEvent(
  'buddy.feedback.withdrawn',
  1,
  z.object({ ...version, ...pair, feedbackId: z.string() }),
);

export const activityLogged = defineEvent(
  'volunteer.activity.logged',
  1,
  z.object({
    ...told,
    activityId: z.string(),
    volunteerId: z.string(),
    activityDate: z.string(),
    hours: z.number(),
    /** Only what is approved counts. Absent in events of before hours were reviewed, when all of them counted. */
    status: z.enum(['LOGGED', 'APPROVED', 'DECLINED']).optional(),
    /** The same work came as a session too, whose minutes count instead. */
    inSession: z.boolean().optional(),
  }),
);
export const activityWithdrawn = defineEvent(
  'volunteer.activity.withdrawn',
  1,
  z.object({
    ...version,
    activityId: z.string(),
    volunteerId: z.string(),
    /** Absent in events of before it was told. */
    activityDate: z.string().optional(),
  }),
);
