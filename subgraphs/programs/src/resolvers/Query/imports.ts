import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ImportStore } from '../../store/import-store.ts';

export const imports: QueryResolvers['imports'] = async (_, args, context) => {
  const page = pageOf(args, 'id');
  const store = new ImportStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
};
