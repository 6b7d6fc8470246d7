import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { DeliveryRow } from '../rows.ts';

/** Deliveries of one company, newest first. Payloads stay in the database. */
export class DeliveryStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<DeliveryRow[]> {
    return this.#tx.sql<DeliveryRow>`
      SELECT id, connection_id AS "connectionId", subject, status, attempts, last_error AS "lastError",
        created_at AS "createdAt", delivered_at AS "deliveredAt"
      FROM deliveries.delivery WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: PageById): Promise<DeliveryRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<DeliveryRow>`
      SELECT id, connection_id AS "connectionId", subject, status, attempts, last_error AS "lastError",
        created_at AS "createdAt", delivered_at AS "deliveredAt"
      FROM deliveries.delivery WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM deliveries.delivery WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  /** The same page of every connection, in one statement. Rows of one connection stand together in the list's order. */
  pagesOf(connectionIds: readonly string[], page: PageById): Promise<DeliveryRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<DeliveryRow>`
      SELECT d.id, d.connection_id AS "connectionId", d.subject, d.status, d.attempts, d.last_error AS "lastError",
        d.created_at AS "createdAt", d.delivered_at AS "deliveredAt"
      FROM unnest(${connectionIds}::uuid[]) AS parent (id) CROSS JOIN LATERAL (
        SELECT * FROM deliveries.delivery
        WHERE company_id = ${this.#tx.companyId} AND connection_id = parent.id
          AND (${id}::uuid IS NULL OR delivery.id < ${id}::uuid)
        ORDER BY delivery.id DESC LIMIT ${page.size + 1}
      ) d ORDER BY d.id DESC`;
  }

  countsOf(connectionIds: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT connection_id AS id, count(*) FROM deliveries.delivery
      WHERE company_id = ${this.#tx.companyId} AND connection_id = ANY (${connectionIds}::uuid[]) GROUP BY connection_id`;
  }
}
