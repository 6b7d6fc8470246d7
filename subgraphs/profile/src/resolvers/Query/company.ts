import type { QueryResolvers } from '../../generated/resolvers.ts';

export const company: QueryResolvers['company'] = (_, __, { loaders, tenant }) =>
  loaders.company.load(tenant.companyId);
