import type { PrivacyRequestResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const PrivacyRequest: PrivacyRequestResolvers = {
  __resolveReference: reference('privacyRequest'),
  participant: async ({ participantId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(participantId) }),
};
