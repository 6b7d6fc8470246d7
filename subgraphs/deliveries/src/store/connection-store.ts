import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ConnectionRow } from '../rows.ts';

/** Connections of one company to partner systems, newest first. */
export class ConnectionStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<ConnectionRow[]> {
    return this.#tx.sql<ConnectionRow>`
      SELECT id, name, system, endpoint, enabled, created_at AS "createdAt"
      FROM deliveries.connection WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: PageById): Promise<ConnectionRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<ConnectionRow>`
      SELECT id, name, system, endpoint, enabled, created_at AS "createdAt"
      FROM deliveries.connection WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM deliveries.connection WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }
}
