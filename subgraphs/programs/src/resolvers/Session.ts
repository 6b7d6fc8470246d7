import type { SessionResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Session: SessionResolvers = {
  __resolveReference: reference('session'),
  programme: async ({ programmeId }, _, { loaders }) => required(await loaders.programme.load(programmeId)),
  participant: ({ participantId }) => ({ id: participantId }),
  volunteer: ({ volunteerId }) => (volunteerId === null ? null : { id: volunteerId }),
};

function required<T>(programme: T | null): T {
  if (programme === null) throw new Error('a foreign key promises the programme of a session');
  return programme;
}
