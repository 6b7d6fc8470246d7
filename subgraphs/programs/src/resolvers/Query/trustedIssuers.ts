import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { TrustedIssuerStore } from '../../store/trusted-issuer-store.ts';

export const trustedIssuers: QueryResolvers['trustedIssuers'] = async (_, args, context) => {
  const page = pageOf(args, 'id');
  const store = new TrustedIssuerStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
};
