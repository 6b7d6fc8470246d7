import type { SessionResolvers } from '../generated/resolvers.ts';
import { keptWords } from './KeptWords.ts';
import { reference } from './reference.ts';

export const Session: SessionResolvers = {
  __resolveReference: reference('session'),
  words: keptWords,
  programme: async ({ programmeId }, _, { loaders }) => required(await loaders.programme.load(programmeId)),
  participant: async ({ participantId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(participantId) }),
  volunteer: async ({ volunteerId }, _, { loaders }) =>
    volunteerId === null ? null : { id: await loaders.shownPerson.load(volunteerId) },
};

function required<T>(programme: T | null): T {
  if (programme === null) throw new Error('a foreign key promises the programme of a session');
  return programme;
}
