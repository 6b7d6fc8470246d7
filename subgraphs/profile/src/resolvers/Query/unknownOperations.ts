import type { QueryResolvers } from '../../generated/resolvers.ts';
import { OperationUsageStore } from '../../store/operation-usage-store.ts';

export const unknownOperations: QueryResolvers['unknownOperations'] = async (_, __, { tx }) =>
  new OperationUsageStore(await tx()).unknown();
