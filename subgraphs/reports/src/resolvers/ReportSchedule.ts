import type { ReportScheduleResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const ReportSchedule: ReportScheduleResolvers = {
  __resolveReference: reference('reportSchedule'),
};
