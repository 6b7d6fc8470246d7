import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ConnectionStore } from '../../store/connection-store.ts';

export const connections: QueryResolvers['connections'] = (_, args, { tx }) =>
  newestFirst(args, async () => new ConnectionStore(await tx()));
