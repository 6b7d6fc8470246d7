import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ReportScheduleStore } from '../../store/report-schedule-store.ts';

export const reportSchedules: QueryResolvers['reportSchedules'] = (_, args, { tx }) =>
  newestFirst(args, async () => new ReportScheduleStore(await tx()));
