import type { SurveyResolvers } from '../generated/resolvers.ts';

export const Survey: SurveyResolvers = {
  questions: async ({ id }, _, { loaders }) => [...(await loaders.questionsOf.load(id))],
};
