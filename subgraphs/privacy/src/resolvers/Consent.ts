import type { ConsentResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Consent: ConsentResolvers = {
  __resolveReference: reference('consent'),
  participant: async ({ participantId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(participantId) }),
};
