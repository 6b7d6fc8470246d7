import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { BuddyMatchStore } from '../../store/buddy-match-store.ts';

export const buddyMatches: QueryResolvers['buddyMatches'] = async (_, args, context) => {
  const page = pageOf(args, 'id');
  const store = new BuddyMatchStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
};
