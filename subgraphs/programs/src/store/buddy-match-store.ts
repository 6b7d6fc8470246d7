import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { BuddyMatchRow } from '../rows/record.ts';

type Key = readonly string[] & { length: 1 };

/** Buddy matches of one company. */
export class BuddyMatchStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<BuddyMatchRow[]> {
    return this.#tx.sql<BuddyMatchRow>`
      SELECT id, participant_id AS "participantId", volunteer_id AS "volunteerId", status, matched_at AS "matchedAt",
        language, interests, location
      FROM programs.buddy_match WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: Page<Key>): Promise<BuddyMatchRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<BuddyMatchRow>`
      SELECT id, participant_id AS "participantId", volunteer_id AS "volunteerId", status, matched_at AS "matchedAt",
        language, interests, location
      FROM programs.buddy_match WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM programs.buddy_match WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }
}
