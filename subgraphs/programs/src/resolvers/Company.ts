import { ownCompany } from '@teei/runtime/reference';
import type { CompanyResolvers } from '../generated/resolvers.ts';
import { programmes } from './Query/programmes.ts';

export const Company: CompanyResolvers = {
  __resolveReference: ownCompany,
  programmes: (_, args, context, info) =>
    typeof programmes === 'function' ? programmes({}, args, context, info) : null,
};
