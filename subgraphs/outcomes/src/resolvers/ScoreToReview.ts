import type { ScoreToReviewResolvers } from '../generated/resolvers.ts';

export const ScoreToReview: ScoreToReviewResolvers = {
  score: async ({ id }, _, { loaders }) => {
    const found = await loaders.outcomeScore.load(id);
    if (found === null) throw new Error('the queue is read in the transaction that reads its scores');
    return found;
  },
};
