import type { CompanyResolvers } from '../generated/resolvers.ts';
import { programmes } from './Query/programmes.ts';

export const Company: CompanyResolvers = {
  __resolveReference: ({ id }, { viewer }) => (viewer.kind !== 'anonymous' && viewer.companyId === id ? { id } : null),
  programmes: (_, args, context, info) =>
    typeof programmes === 'function' ? programmes({}, args, context, info) : null,
};
