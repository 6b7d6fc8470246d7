import type { BuddyMatchResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const BuddyMatch: BuddyMatchResolvers = {
  __resolveReference: reference('buddyMatch'),
  participant: async ({ participantId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(participantId) }),
  volunteer: async ({ volunteerId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(volunteerId) }),
};
