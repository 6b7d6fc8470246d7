import { dateTimeScalar } from '@teei/runtime/date-time-scalar';
import { monthScalar } from '@teei/runtime/month-scalar';
import type { Resolvers } from '../generated/resolvers.ts';
import { Citation } from './Citation.ts';
import { Company } from './Company.ts';
import { report } from './Query/report.ts';
import { reportSchedules } from './Query/reportSchedules.ts';
import { reports } from './Query/reports.ts';
import { Report } from './Report.ts';
import { ReportSchedule } from './ReportSchedule.ts';
import { ReportSection } from './ReportSection.ts';

export const resolvers: Resolvers = {
  DateTime: dateTimeScalar,
  Month: monthScalar,
  Query: { reports, report, reportSchedules },
  Citation,
  Company,
  Report,
  ReportSchedule,
  ReportSection,
};
