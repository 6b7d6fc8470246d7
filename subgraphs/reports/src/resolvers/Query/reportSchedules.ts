import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ReportScheduleStore } from '../../store/report-schedule-store.ts';
import { newestFirst } from '../newest-first.ts';

export const reportSchedules: QueryResolvers['reportSchedules'] = (_, args, { tx }) =>
  newestFirst(args, async () => new ReportScheduleStore(await tx()));
