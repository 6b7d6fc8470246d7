import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ConsentStore } from '../../store/consent-store.ts';

export const consents: QueryResolvers['consents'] = async (_, args, context) => {
  const page = pageOf(args, 'id');
  const store = new ConsentStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
};
