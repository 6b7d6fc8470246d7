import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ReportScheduleRow } from '../rows.ts';

/** When the reports of one company are made again. */
export class ReportScheduleStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<ReportScheduleRow[]> {
    return this.#tx.sql<ReportScheduleRow>`
      SELECT id, title, cron, active, next_run_at AS "nextRunAt"
      FROM reports.report_schedule WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: PageById): Promise<ReportScheduleRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<ReportScheduleRow>`
      SELECT id, title, cron, active, next_run_at AS "nextRunAt"
      FROM reports.report_schedule WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM reports.report_schedule WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }
}
