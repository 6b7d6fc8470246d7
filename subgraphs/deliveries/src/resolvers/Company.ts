import { newestFirst } from '@teei/runtime/newest-first';
import { ownCompany } from '@teei/runtime/reference';
import type { CompanyResolvers } from '../generated/resolvers.ts';
import { ConnectionStore } from '../store/connection-store.ts';

export const Company: CompanyResolvers = {
  __resolveReference: ownCompany,
  connections: (_, args, { tx }) => newestFirst(args, async () => new ConnectionStore(await tx())),
};
