import { byKey, listsByKey } from '@teei/runtime/by-key';
import type { OperationContext } from '@teei/runtime/operation-context';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { CitationRow, ReportSectionRow } from '../rows.ts';
import { ReportScheduleStore } from '../store/report-schedule-store.ts';
import { ReportSectionStore } from '../store/report-section-store.ts';
import { ReportStore } from '../store/report-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const idOf = (row: { readonly id: string }): string => row.id;
  const rowsOf =
    <Row>(open: (tx: TenantTransaction) => { byIds(ids: readonly string[]): Promise<Row[]> }) =>
    async (ids: readonly string[]): Promise<Row[]> =>
      open(await context.tx()).byIds(ids);
  return {
    report: byKey(
      idOf,
      rowsOf((tx) => new ReportStore(tx)),
    ),
    reportSchedule: byKey(
      idOf,
      rowsOf((tx) => new ReportScheduleStore(tx)),
    ),
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
