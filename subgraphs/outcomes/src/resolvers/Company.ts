import type { CompanyResolvers } from '../generated/resolvers.ts';
import { MetricStore } from '../store/metric-store.ts';

export const Company: CompanyResolvers = {
  __resolveReference: ({ id }, { viewer }) => (viewer.kind !== 'anonymous' && viewer.companyId === id ? { id } : null),
  metrics: async (_, filter, context) => new MetricStore(await context.tx()).list(filter),
};
