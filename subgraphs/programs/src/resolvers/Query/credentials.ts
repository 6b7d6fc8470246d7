import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { CredentialStore } from '../../store/credential-store.ts';

export const credentials: QueryResolvers['credentials'] = async (_, { filter, ...args }, context) => {
  const page = pageOf(args, 'id');
  const status = filter?.status ?? null;
  const store = new CredentialStore(await context.tx());
  return connectionOf(
    await store.page(page, status),
    page,
    ({ id }) => [id],
    () => store.count(status),
  );
};
