import {
  buddyEventLogged,
  buddyEventWithdrawn,
  buddyFeedbackSubmitted,
  buddyFeedbackWithdrawn,
  checkInCompleted,
  checkInWithdrawn,
  courseCompleted,
  courseCompletionWithdrawn,
  credentialIssued,
  credentialWithdrawn,
  matchCreated,
  matchWithdrawn,
} from '@teei/programs/events';
import type { EventOf } from '@teei/runtime/define-event';
import type { NewFact } from '../store/journey-fact-store.ts';

/** What happens with buddies and in courses. */
export const recordContracts = [
  matchCreated,
  matchWithdrawn,
  buddyEventLogged,
  buddyEventWithdrawn,
  checkInCompleted,
  checkInWithdrawn,
  buddyFeedbackSubmitted,
  buddyFeedbackWithdrawn,
  courseCompleted,
  courseCompletionWithdrawn,
  credentialIssued,
  credentialWithdrawn,
] as const;

type RecordEvent = EventOf<(typeof recordContracts)[number]>;

export function recordFact(event: RecordEvent): NewFact {
  switch (event.type) {
    case matchCreated.type: {
      const { matchId, matchedAt, status } = event.data;
      return stands(event, 'match', matchId, matchedAt, { status });
    }
    case matchWithdrawn.type:
      return gone(event, 'match', event.data.matchId);
    case buddyEventLogged.type: {
      const { eventId, heldAt, kind } = event.data;
      return stands(event, 'buddy_event', eventId, heldAt, { kind });
    }
    case buddyEventWithdrawn.type:
      return gone(event, 'buddy_event', event.data.eventId);
    case checkInCompleted.type: {
      const { checkInId, checkedAt, mood } = event.data;
      return stands(event, 'check_in', checkInId, checkedAt, { mood });
    }
    case checkInWithdrawn.type:
      return gone(event, 'check_in', event.data.checkInId);
    case buddyFeedbackSubmitted.type: {
      const { feedbackId, submittedAt, rating, author } = event.data;
      // What a volunteer wrote happened to the volunteer.
      if (author === 'VOLUNTEER') return gone(event, 'feedback', feedbackId);
      return stands(event, 'feedback', feedbackId, submittedAt, { rating });
    }
    case buddyFeedbackWithdrawn.type:
      return gone(event, 'feedback', event.data.feedbackId);
    case courseCompleted.type: {
      const { completionId, completedAt, finalScore: result, provider = null } = event.data;
      return stands(event, 'course_completion', completionId, completedAt, { provider, result });
    }
    case courseCompletionWithdrawn.type:
      return gone(event, 'course_completion', event.data.completionId);
    case credentialIssued.type: {
      const { credentialId, issuedAt, issuer: provider } = event.data;
      // Only verified badges are told of.
      return stands(event, 'credential', credentialId, issuedAt ?? event.time, { kind: 'badge', provider });
    }
    case credentialWithdrawn.type:
      return gone(event, 'credential', event.data.credentialId);
  }
}

type Attributes = NewFact['attributes'][number];

function stands(event: RecordEvent, kind: NewFact['kind'], sourceId: string, at: string, said: Attributes): NewFact {
  const { participantId } = event.data;
  return { ...versionOf(event), kind, sourceId, at, participantId, attributes: [said] };
}

function gone(event: RecordEvent, kind: NewFact['kind'], sourceId: string): NewFact {
  return { ...versionOf(event), kind, sourceId, at: event.time, participantId: null, attributes: [] };
}

/** What is told without a revision is told in the order of its events' ids. */
function versionOf({ id: eventId, data }: RecordEvent): Pick<NewFact, 'eventId' | 'revision'> {
  return { eventId, revision: ('revision' in data ? data.revision : undefined) ?? 1 };
}
