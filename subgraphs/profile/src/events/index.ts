import { defineEvent } from '@teei/runtime/define-event';
import { z } from 'zod';

/** People travel by id alone; whoever may know a name or an address asks the graph for it. */
const participant = z.object({
  participantId: z.string(),
  /** The import that brought them; null when none did. */
  importId: z.string().nullable(),
});

const volunteer = z.object({ volunteerId: z.string(), importId: z.string().nullable() });

const apiKey = z.object({ apiKeyId: z.string() });

const member = z.object({ memberId: z.string(), userId: z.string(), role: z.string() });

const formerMember = z.object({ memberId: z.string(), userId: z.string() });

export const participantCreated = defineEvent('profile.participant.created', 1, participant);
export const volunteerCreated = defineEvent('profile.volunteer.created', 1, volunteer);
export const apiKeyChanged = defineEvent('profile.apiKey.changed', 1, apiKey);
export const memberChanged = defineEvent('profile.member.changed', 1, member);
export const memberRemoved = defineEvent('profile.member.removed', 1, formerMember);
