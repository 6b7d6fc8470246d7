import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ReviewItemStore } from '../../store/review-item-store.ts';

export const reviewItems: QueryResolvers['reviewItems'] = (_, { filter, ...args }, { tx }) => {
  const search = { open: filter?.open ?? null, personKind: filter?.personKind ?? null };
  return newestFirst(args, async () => {
    const store = new ReviewItemStore(await tx());
    return { page: (page) => store.page(page, search), count: () => store.count(search) };
  });
};
