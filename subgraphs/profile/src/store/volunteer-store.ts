import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { VolunteerRow } from '../rows.ts';

/** Volunteers of one company. */
export class VolunteerStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<VolunteerRow[]> {
    return this.#tx.sql<VolunteerRow>`
      SELECT id, email, display_name AS "displayName", created_at AS "createdAt" FROM profile.volunteer
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: PageById): Promise<VolunteerRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<VolunteerRow>`
      SELECT id, email, display_name AS "displayName", created_at AS "createdAt" FROM profile.volunteer
      WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM profile.volunteer WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }
}
