import { actorOf } from '@teei/runtime/viewer';
import { reviewMeasures } from '../../domain/review/review-measures.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ScoreReviewStore } from '../../store/score-review-store.ts';

export const scoreReviewMeasures: QueryResolvers['scoreReviewMeasures'] = async (_, { days }, context) => {
  const since = new Date(Date.now() - Math.min(Math.max(days ?? 30, 1), 366) * millisecondsOfDay);
  const reviews = await new ScoreReviewStore(await context.tx()).measured(since);
  return {
    since,
    own: reviewMeasures(reviews, { actor: actorOf(context.viewer), since }),
    everybody: reviewMeasures(reviews, { actor: null, since }),
  };
};

const millisecondsOfDay = 86_400_000;
