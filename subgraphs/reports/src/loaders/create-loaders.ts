import { listsByKey, rowsById } from '@teei/runtime/by-key';
import type { OperationContext } from '@teei/runtime/operation-context';
import type { CitationRow, ReportSectionRow } from '../rows.ts';
import { ReportScheduleStore } from '../store/report-schedule-store.ts';
import { ReportSectionStore } from '../store/report-section-store.ts';
import { ReportStore } from '../store/report-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const rows = rowsById(context);
  return {
    report: rows(ReportStore),
    reportSchedule: rows(ReportScheduleStore),
    sectionsOf: listsByKey<ReportSectionRow>(
      (row) => row.reportId,
      async (ids) => new ReportSectionStore(await context.tx()).ofReports(ids),
    ),
    citationsOf: listsByKey<CitationRow>(
      (row) => row.sectionId,
      async (ids) => new ReportSectionStore(await context.tx()).citationsOf(ids),
    ),
  };
}
