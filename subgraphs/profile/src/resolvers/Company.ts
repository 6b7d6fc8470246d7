import { newestFirst } from '@teei/runtime/newest-first';
import type { CompanyResolvers } from '../generated/resolvers.ts';
import { CompanyThemeStore } from '../store/company-theme-store.ts';
import { MemberStore } from '../store/member-store.ts';
import { reference } from './reference.ts';

export const Company: CompanyResolvers = {
  __resolveReference: reference('company'),
  // A person's other companies are in `viewer.companies`; their members are read after switching to them.
  members: ({ id }, args, { tenant, tx }) =>
    id === tenant.companyId ? newestFirst(args, async () => new MemberStore(await tx())) : null,
  theme: async ({ id }, _, { tenant, tx }) =>
    id === tenant.companyId ? new CompanyThemeStore(await tx()).find() : null,
};
