import type { CredentialResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Credential: CredentialResolvers = {
  __resolveReference: reference('credential'),
  participant: async ({ participantId }, _, { loaders }) =>
    participantId === null ? null : { id: await loaders.shownPerson.load(participantId) },
};
