import { buddyFeedbackSubmitted, checkInCompleted, ratingCreated } from '@teei/programs/events';
import type { EventOf, PlatformEvent } from '@teei/runtime/define-event';
import type { SpokenText } from '../domain/spoken-text.ts';

/** Events of programs that bring what somebody wrote. */
export const textEvents = [ratingCreated.type, buddyFeedbackSubmitted.type, checkInCompleted.type] as const;

/** What an event as it was stored says; null for one that brings no text. */
export function spokenInEvent(event: PlatformEvent): SpokenText | null {
  const { id, data } = event;
  switch (event.type) {
    case ratingCreated.type:
      return spokenInRating({ ...event, id, type: ratingCreated.type, data: ratingCreated.data.parse(data) });
    case buddyFeedbackSubmitted.type:
      return spokenInBuddyText({
        ...event,
        type: event.type,
        data: buddyFeedbackSubmitted.data.parse(data),
      } as BuddyText);
    case checkInCompleted.type:
      return spokenInBuddyText({ ...event, type: event.type, data: checkInCompleted.data.parse(data) } as BuddyText);
    default:
      return null;
  }
}

export function spokenInRating({ id: eventId, data }: EventOf<typeof ratingCreated>): SpokenText {
  const { sessionId, revision, participantId, startedAt, text } = data;
  const source = { sourceKind: 'SESSION_FEEDBACK', sourceId: sessionId, eventId, ...clearedIn(data) } as const;
  return { ...source, revision, participantId, author: 'PARTICIPANT', observedAt: startedAt, text };
}

export function spokenInBuddyText(event: BuddyText): SpokenText {
  const eventId = event.id;
  const { revision, participantId } = event.data;
  const cleared = clearedIn(event.data);
  if (event.type === checkInCompleted.type) {
    const { checkInId: sourceId, checkedAt: observedAt, note } = event.data;
    const source = { sourceKind: 'BUDDY_CHECK_IN', sourceId, revision, eventId, ...cleared } as const;
    return { ...source, participantId, author: 'PARTICIPANT', observedAt, text: note ?? null };
  }
  const { feedbackId: sourceId, submittedAt: observedAt, author, text } = event.data;
  const source = { sourceKind: 'BUDDY_FEEDBACK', sourceId, revision, eventId, ...cleared } as const;
  return { ...source, participantId, author, observedAt, text };
}

function clearedIn({
  clearedSha256,
}: {
  readonly clearedSha256?: string | undefined;
}): Pick<SpokenText, 'clearedSha256'> {
  return clearedSha256 === undefined ? {} : { clearedSha256 };
}

export type BuddyText = EventOf<typeof buddyFeedbackSubmitted> | EventOf<typeof checkInCompleted>;
