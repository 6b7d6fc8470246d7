import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ReportRow } from '../rows.ts';

/** Reports of one company, newest first. */
export class ReportStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<ReportRow[]> {
    return this.#tx.sql<ReportRow>`
      SELECT id, title, status, locale, to_char(from_month, 'YYYY-MM') AS "from", to_char(to_month, 'YYYY-MM') AS "to",
        author_id AS "authorId", created_at AS "createdAt", published_at AS "publishedAt"
      FROM reports.report WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: PageById): Promise<ReportRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<ReportRow>`
      SELECT id, title, status, locale, to_char(from_month, 'YYYY-MM') AS "from", to_char(to_month, 'YYYY-MM') AS "to",
        author_id AS "authorId", created_at AS "createdAt", published_at AS "publishedAt"
      FROM reports.report WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM reports.report WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }
}
