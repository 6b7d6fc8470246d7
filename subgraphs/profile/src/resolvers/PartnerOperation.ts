import type { PartnerOperationResolvers } from '../generated/resolvers.ts';
import { partnerOperationsOf } from './partner-operations-of.ts';

export const PartnerOperation: PartnerOperationResolvers = {
  id: ({ hash }) => hash,
  cost: (operation, _, context) => partnerOperationsOf(context).finding(operation).cost,
  problems: (operation, _, context) =>
    partnerOperationsOf(context)
      .finding(operation)
      .problems.map((problem) => ({ ...problem, operation: operation.name })),
  deprecations: (operation, _, context) => [...partnerOperationsOf(context).finding(operation).deprecations],
  usage: async ({ hash }, _, { loaders }) =>
    (await loaders.operationUsage.load(hash)) ?? { hash, calls: 0, errors: 0, lastCalledAt: null, lastApiKeyId: null },
};
