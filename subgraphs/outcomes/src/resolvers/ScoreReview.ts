import type { ScoreReviewResolvers } from '../generated/resolvers.ts';

export const ScoreReview: ScoreReviewResolvers = {
  agrees: ({ label, scored }) => label === scored,
};
