import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ReportStore } from '../../store/report-store.ts';

export const reports: QueryResolvers['reports'] = (_, args, { tx }) =>
  newestFirst(args, async () => new ReportStore(await tx()));
