import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { CitationRow, ReportSectionRow } from '../rows.ts';

/** What the reports of one company are made of, read for many parents at once. */
export class ReportSectionStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** In reading order. */
  ofReports(reportIds: readonly string[]): Promise<ReportSectionRow[]> {
    return this.#tx.sql<ReportSectionRow>`
      SELECT id, report_id AS "reportId", position, heading, body FROM reports.report_section
      WHERE company_id = ${this.#tx.companyId} AND report_id = ANY (${reportIds}::uuid[]) ORDER BY report_id, position`;
  }

  citationsOf(sectionIds: readonly string[]): Promise<CitationRow[]> {
    return this.#tx.sql<CitationRow>`
      SELECT id, section_id AS "sectionId", metric_id AS "metricId", evidence_id AS "evidenceId" FROM reports.citation
      WHERE company_id = ${this.#tx.companyId} AND section_id = ANY (${sectionIds}::uuid[]) ORDER BY id`;
  }
}
