import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ParticipantRow } from '../rows.ts';

/** Participants of one company. */
export class ParticipantStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<ParticipantRow[]> {
    return this.#tx.sql<ParticipantRow>`
      SELECT id, email, display_name AS "displayName", language, created_at AS "createdAt" FROM profile.participant
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: PageById): Promise<ParticipantRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<ParticipantRow>`
      SELECT id, email, display_name AS "displayName", language, created_at AS "createdAt" FROM profile.participant
      WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM profile.participant WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }
}
