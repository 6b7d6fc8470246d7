import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { SafetyFlagStore } from '../../store/safety-flag-store.ts';

export const safetyFlags: QueryResolvers['safetyFlags'] = async (_, { filter, ...args }, context) => {
  const page = pageOf(args, 'number', 'instant', 'id');
  const wanted = filter ?? {};
  const store = new SafetyFlagStore(await context.tx());
  const rows = await store.page(page, wanted);
  return connectionOf(
    rows,
    page,
    ({ severityRank, raisedAt, id }) => [severityRank, raisedAt.toISOString(), id],
    () => store.count(wanted),
  );
};
