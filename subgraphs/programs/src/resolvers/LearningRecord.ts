import type { LearningRecordResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const LearningRecord: LearningRecordResolvers = {
  __resolveReference: reference('learningRecord'),
  participant: async ({ participantId }, _, { loaders }) =>
    participantId === null ? null : { id: await loaders.shownPerson.load(participantId) },
};
