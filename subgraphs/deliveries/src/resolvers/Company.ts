import { newestFirst } from '@teei/runtime/newest-first';
import type { CompanyResolvers } from '../generated/resolvers.ts';
import { ConnectionStore } from '../store/connection-store.ts';

export const Company: CompanyResolvers = {
  __resolveReference: ({ id }, { viewer }) => (viewer.kind !== 'anonymous' && viewer.companyId === id ? { id } : null),
  connections: (_, args, { tx }) => newestFirst(args, async () => new ConnectionStore(await tx())),
};
