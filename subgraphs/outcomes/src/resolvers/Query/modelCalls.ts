import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ModelCallStore } from '../../store/model-call-store.ts';

export const modelCalls: QueryResolvers['modelCalls'] = async (_, args, context) => {
  const page = pageOf(args, 'instant', 'id');
  const { month, purpose = null, model = null, outcome = null } = args.filter ?? {};
  const filter = { month: month ? `${month}-01` : null, purpose, model, outcome };
  const store = new ModelCallStore(await context.tx());
  const rows = await store.page(page, filter);
  const connection = connectionOf(
    rows,
    page,
    ({ startedAt, id }) => [startedAt.toISOString(), id],
    () => store.count(filter),
  );
  return { ...connection, filter };
};
