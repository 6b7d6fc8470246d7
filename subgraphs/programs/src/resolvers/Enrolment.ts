import type { EnrolmentResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Enrolment: EnrolmentResolvers = {
  __resolveReference: reference('enrolment'),
  participant: async ({ participantId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(participantId) }),
  programme: async ({ programmeId }, _, { loaders }) => {
    const programme = await loaders.programme.load(programmeId);
    if (programme === null) throw new Error('a foreign key promises the programme of an enrolment');
    return programme;
  },
};
