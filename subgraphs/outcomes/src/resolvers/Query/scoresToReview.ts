import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ScoreReviewStore } from '../../store/score-review-store.ts';

export const scoresToReview: QueryResolvers['scoresToReview'] = async (_, args, context) => {
  const page = pageOf(args, 'number', 'id');
  const store = new ScoreReviewStore(await context.tx());
  const rows = await store.page(page);
  return connectionOf(
    rows,
    page,
    ({ priority, id }) => [priority, id],
    () => store.count(),
  );
};
