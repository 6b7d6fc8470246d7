import { newestFirst } from '@teei/runtime/newest-first';
import type { CompanyResolvers } from '../generated/resolvers.ts';
import { ReportStore } from '../store/report-store.ts';

export const Company: CompanyResolvers = {
  __resolveReference: ({ id }, { viewer }) => (viewer.kind !== 'anonymous' && viewer.companyId === id ? { id } : null),
  reports: (_, args, { tx }) => newestFirst(args, async () => new ReportStore(await tx())),
};
