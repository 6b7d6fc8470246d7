import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ApiKeyStore } from '../../store/api-key-store.ts';

export const apiKeys: QueryResolvers['apiKeys'] = (_, args, { tx }) =>
  newestFirst(args, async () => new ApiKeyStore(await tx()));
