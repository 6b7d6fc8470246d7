import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ProgrammeStore } from '../../store/programme-store.ts';

export const programmes: QueryResolvers['programmes'] = async (_, args, context) => {
  const page = pageOf(args, 'id');
  const store = new ProgrammeStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
};
