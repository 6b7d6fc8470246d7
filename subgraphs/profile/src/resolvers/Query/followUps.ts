import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { FollowUpStore } from '../../store/follow-up-store.ts';

export const followUps: QueryResolvers['followUps'] = (_, { state = null, ...args }, { tx }) =>
  newestFirst(args, async () => {
    const store = new FollowUpStore(await tx());
    return { page: (page) => store.page(page, state), count: () => store.count(state) };
  });
