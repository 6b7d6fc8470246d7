import type { ParticipantResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Participant: ParticipantResolvers = {
  __resolveReference: reference('participant'),
  identities: async ({ id }, _, { loaders }) => [...(await loaders.identitiesOf.PARTICIPANT.load(id))],
};
