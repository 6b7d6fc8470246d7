import type { BuddyMatchResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const BuddyMatch: BuddyMatchResolvers = {
  __resolveReference: reference('buddyMatch'),
  participant: ({ participantId }) => ({ id: participantId }),
  volunteer: ({ volunteerId }) => ({ id: volunteerId }),
};
