import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ProviderLinkStore } from '../../store/provider-link-store.ts';

export const providerConnections: QueryResolvers['providerConnections'] = async (_, args, context) => {
  const page = pageOf(args, 'id');
  const store = new ProviderLinkStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
};
