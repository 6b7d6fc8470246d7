import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { DueWordsRow } from '../rows/words.ts';

/** How much of one company's words is older than it may be. Counted along the indexes by which it is cleared. */
export class DueWords {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  async before(time: Date): Promise<DueWordsRow> {
    const [row] = await this.#tx.sql<DueWordsRow>`
      SELECT
        (SELECT count(*)::int FROM programs.session WHERE company_id = ${this.#tx.companyId} AND words_since < ${time}) AS "sessionFeedback",
        (SELECT count(*)::int FROM programs.buddy_event WHERE company_id = ${this.#tx.companyId} AND words_since < ${time})
          + (SELECT count(*)::int FROM programs.buddy_check_in WHERE company_id = ${this.#tx.companyId} AND words_since < ${time})
          + (SELECT count(*)::int FROM programs.buddy_feedback WHERE company_id = ${this.#tx.companyId} AND words_since < ${time}) AS "buddyTexts",
        (SELECT count(*)::int FROM programs.session_revision WHERE company_id = ${this.#tx.companyId} AND words_since < ${time})
          + (SELECT count(*)::int FROM programs.record_revision WHERE company_id = ${this.#tx.companyId} AND words_since < ${time}) AS "earlierVersions",
        (SELECT count(*)::int FROM programs.import i JOIN programs.upload u ON u.company_id = i.company_id AND u.id = i.upload_id
          WHERE i.company_id = ${this.#tx.companyId} AND i.rows_cleared_at IS NULL AND u.uploaded_at < ${time}) AS imports,
        (SELECT count(*)::int FROM programs.webhook_delivery WHERE company_id = ${this.#tx.companyId} AND body_kept_since < ${time}) AS "webhookBodies"`;
    if (!row) throw new Error('a count has one row');
    return row;
  }
}
