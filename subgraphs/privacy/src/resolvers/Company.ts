import { ownCompany } from '@teei/runtime/reference';
import type { CompanyResolvers } from '../generated/resolvers.ts';
import { privacyRequestList } from './privacy-request-list.ts';

export const Company: CompanyResolvers = {
  __resolveReference: ownCompany,
  privacyRequests: ({ id }, args, context) =>
    context.tenant.companyId === id ? privacyRequestList(args, context) : null,
};
