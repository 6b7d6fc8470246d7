import type { OperationUsageResolvers } from '../generated/resolvers.ts';

export const OperationUsage: OperationUsageResolvers = {
  lastApiKey: ({ lastApiKeyId }, _, { loaders }) => (lastApiKeyId === null ? null : loaders.apiKey.load(lastApiKeyId)),
  days: async ({ hash }, _, { loaders }) => [...(await loaders.operationDays.load(hash))],
};
