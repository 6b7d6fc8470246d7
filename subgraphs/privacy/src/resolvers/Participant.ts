import { isId } from '@teei/runtime/id';
import type { ParticipantResolvers } from '../generated/resolvers.ts';

/** Participants belong to profile; here they are only keys that consents hang on. An unknown key has none. */
export const Participant: ParticipantResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  consents: async ({ id }, _, { loaders }) => (isId(id) ? [...(await loaders.consentsOf.load(id))] : []),
};
