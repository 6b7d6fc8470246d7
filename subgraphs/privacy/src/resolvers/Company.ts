import type { CompanyResolvers } from '../generated/resolvers.ts';
import { privacyRequestList } from './privacy-request-list.ts';

export const Company: CompanyResolvers = {
  __resolveReference: ({ id }, { viewer }) => (viewer.kind !== 'anonymous' && viewer.companyId === id ? { id } : null),
  privacyRequests: ({ id }, args, context) =>
    context.tenant.companyId === id ? privacyRequestList(args, context) : null,
};
