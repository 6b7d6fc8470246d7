import { ownCompany } from '@teei/runtime/reference';
import type { CompanyResolvers } from '../generated/resolvers.ts';
import { MetricStore } from '../store/metric-store.ts';

export const Company: CompanyResolvers = {
  __resolveReference: ownCompany,
  metrics: async (_, filter, context) => new MetricStore(await context.tx()).list(filter),
};
