import { connectionOf, pageOf } from '@teei/runtime/connection';
import { actorOf } from '@teei/runtime/viewer';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ScoreReviewStore } from '../../store/score-review-store.ts';

export const scoresToReview: QueryResolvers['scoresToReview'] = async (_, args, context) => {
  const page = pageOf(args, 'number', 'id');
  const store = new ScoreReviewStore(await context.tx());
  const actor = actorOf(context.viewer);
  const rows = await store.page(actor, page);
  return connectionOf(
    rows,
    page,
    ({ place, id }) => [place, id],
    () => store.count(actor),
  );
};
