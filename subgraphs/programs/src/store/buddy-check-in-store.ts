import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { BuddyCheckInRow } from '../rows/record.ts';

/** Check-ins of one company, without their words. */
export class BuddyCheckInStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<BuddyCheckInRow[]> {
    return this.#tx.sql<BuddyCheckInRow>`
      SELECT id, match_id AS "matchId", checked_at AS "checkedAt", mood,
        words_since AS "wordsSince", words_cleared_at AS "wordsClearedAt", words_sha256 AS "wordsSha256"
      FROM programs.buddy_check_in WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }
}
