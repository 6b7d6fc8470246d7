import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { GoldenSetStore } from '../../store/golden-set-store.ts';

export const goldenSet: QueryResolvers['goldenSet'] = async (_, args, context) => {
  const page = pageOf(args, 'instant', 'id');
  const store = new GoldenSetStore(await context.tx());
  const rows = await store.page(page);
  return connectionOf(
    rows,
    page,
    ({ decidedAt, id }) => [decidedAt.toISOString(), id],
    () => store.count(),
  );
};
