import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { BuddyFeedbackRow } from '../rows/record.ts';

/** What pairs of one company wrote, without their words. */
export class BuddyFeedbackStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<BuddyFeedbackRow[]> {
    return this.#tx.sql<BuddyFeedbackRow>`
      SELECT id, match_id AS "matchId", author_kind AS author, submitted_at AS "submittedAt", rating,
        words_since AS "wordsSince", words_cleared_at AS "wordsClearedAt", words_sha256 AS "wordsSha256"
      FROM programs.buddy_feedback WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }
}
