import type { Database } from '@teei/runtime/database';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

/** Companies with bodies that have done their work since before then. Asked as `teei_intake`, which sees when and no body. */
export async function companiesWithOldBodies(intake: Database, before: Date): Promise<string[]> {
  const { rows } = await intake.pool.query<{ company_id: string }>({
    name: 'companies-with-old-bodies',
    text: 'SELECT DISTINCT company_id FROM programs.webhook_delivery WHERE body_kept_since < $1',
    values: [before],
  });
  return rows.map((row) => row.company_id);
}

export interface KeptBody {
  readonly id: string;
  readonly body: string;
}

/** What partners sent to one company, word by word, and how it is cleared: its hash stays, and that it came. */
export class WebhookBodies {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Resolves to how many of the oldest were cleared. */
  async clearOlder(before: Date, limit: number): Promise<number> {
    const rows = await this.#tx.sql`
      UPDATE programs.webhook_delivery SET body_sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex'), body = NULL, body_kept_since = NULL
      WHERE company_id = ${this.#tx.companyId} AND id IN (
        SELECT id FROM programs.webhook_delivery WHERE company_id = ${this.#tx.companyId} AND body_kept_since < ${before}
        ORDER BY body_kept_since LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING id`;
    return rows.length;
  }

  /** In the order of their ids, from behind this one on. */
  page(after: string | null, limit: number): Promise<KeptBody[]> {
    return this.#tx.sql<KeptBody>`
      SELECT id, body FROM programs.webhook_delivery
      WHERE company_id = ${this.#tx.companyId} AND body IS NOT NULL AND (${after}::uuid IS NULL OR id > ${after}::uuid)
      ORDER BY id LIMIT ${limit}`;
  }

  /** Clears these whatever became of them; those that wait to be handled are over with it. */
  async clear(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#tx.sql`
      UPDATE programs.webhook_delivery SET body_sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex'), body = NULL, body_kept_since = NULL,
        next_attempt_at = NULL, handled_at = coalesce(handled_at, now()),
        error_code = CASE WHEN next_attempt_at IS NULL THEN error_code ELSE 'PERSON_ERASED' END,
        error = CASE WHEN next_attempt_at IS NULL THEN error ELSE 'It named somebody whose data was erased before it was handled.' END,
        status = CASE WHEN next_attempt_at IS NULL THEN status ELSE 'DEAD' END
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[]) AND body IS NOT NULL`;
  }
}
