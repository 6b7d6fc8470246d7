import type { UnknownOperationResolvers } from '../generated/resolvers.ts';

export const UnknownOperation: UnknownOperationResolvers = {
  id: ({ hash }) => (hash === '' ? null : hash),
  lastApiKey: ({ lastApiKeyId }, _, { loaders }) => loaders.apiKey.load(lastApiKeyId),
};
