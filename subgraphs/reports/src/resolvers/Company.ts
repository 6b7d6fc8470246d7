import { newestFirst } from '@teei/runtime/newest-first';
import { ownCompany } from '@teei/runtime/reference';
import type { CompanyResolvers } from '../generated/resolvers.ts';
import { ReportStore } from '../store/report-store.ts';

export const Company: CompanyResolvers = {
  __resolveReference: ownCompany,
  reports: (_, args, { tx }) => newestFirst(args, async () => new ReportStore(await tx())),
};
