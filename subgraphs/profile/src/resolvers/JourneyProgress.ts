import type { JourneyProgressResolvers } from '../generated/resolvers.ts';

export const JourneyProgress: JourneyProgressResolvers = {
  evaluation: async ({ evaluationId }, _, { loaders }) => {
    const found = await loaders.journeyEvaluation.load(evaluationId);
    if (found === null) throw new Error('an evaluation that made progress is gone');
    return found;
  },
};
