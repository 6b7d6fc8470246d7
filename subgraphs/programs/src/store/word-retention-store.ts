import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface WordRetentionRow {
  readonly revision: number;
  readonly days: number;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** For how long one company keeps what people wrote. */
export class WordRetentionStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Null where the company never chose. */
  async find(): Promise<WordRetentionRow | null> {
    const [row] = await this.#tx.sql<WordRetentionRow>`
      SELECT revision, days, changed_by AS "changedBy", changed_at AS "changedAt"
      FROM programs.word_retention WHERE company_id = ${this.#tx.companyId}`;
    return row ?? null;
  }

  /** Null, and nothing changes, where the setting is no longer what the change started from. */
  async put(days: number, revision: number, actor: string): Promise<WordRetentionRow | null> {
    const [row] = await this.#tx.sql<WordRetentionRow>`
      INSERT INTO programs.word_retention AS w (company_id, revision, days, changed_by)
      SELECT ${this.#tx.companyId}::uuid, 1, ${days}::int, ${actor}::text
      WHERE ${revision}::int = 0 OR EXISTS (SELECT FROM programs.word_retention WHERE company_id = ${this.#tx.companyId})
      ON CONFLICT (company_id) DO UPDATE SET revision = w.revision + 1, days = excluded.days, changed_by = excluded.changed_by, changed_at = now()
      WHERE w.revision = ${revision}::int
      RETURNING revision, days, changed_by AS "changedBy", changed_at AS "changedAt"`;
    return row ?? null;
  }
}
