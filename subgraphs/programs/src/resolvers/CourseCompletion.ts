import type { CourseCompletionResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const CourseCompletion: CourseCompletionResolvers = {
  __resolveReference: reference('courseCompletion'),
  participant: async ({ participantId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(participantId) }),
};
