import type { Database } from '@teei/runtime/database';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

/** Companies with anything that words could stand in. The relay sees which they are, and nothing of theirs. */
export async function companiesWithWords(relay: Database): Promise<string[]> {
  const { rows } = await relay.pool.query<{ company_id: string }>({
    name: 'companies-with-words',
    text: 'SELECT company_id FROM programs.programme UNION SELECT company_id FROM programs.upload',
  });
  return rows.map((row) => row.company_id);
}

/** Words of one company that are older than they may be. They are cleared some at a time; each call resolves to how many. */
export class OldWords {
  readonly #tx: TenantTransaction;
  readonly #before: Date;

  constructor(tx: TenantTransaction, before: Date) {
    this.#tx = tx;
    this.#before = before;
  }

  /** Sessions that somebody writes at this moment come next time. */
  async clearSessions(limit: number): Promise<number> {
    const due = await this.#tx.sql<{ id: string }>`
      SELECT id FROM programs.session WHERE company_id = ${this.#tx.companyId} AND words_since < ${this.#before}
      ORDER BY words_since LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    await this.#tx.sql`
      UPDATE programs.session SET words_sha256 = programs.hash_of_words(feedback), feedback = NULL, words_since = NULL, words_cleared_at = now()
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${due.map(({ id }) => id)}::uuid[])`;
    return due.length;
  }

  /** What sessions said before they were corrected. */
  async clearSessionRevisions(limit: number): Promise<number> {
    const due = await this.#tx.sql<{ id: string; revision: number }>`
      SELECT session_id AS id, revision FROM programs.session_revision
      WHERE company_id = ${this.#tx.companyId} AND words_since < ${this.#before}
      ORDER BY words_since LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    await this.#tx.sql`
      UPDATE programs.session_revision r SET words_since = NULL, before = r.before || jsonb_build_object('feedback', NULL,
        'words_sha256', programs.hash_of_words(r.before ->> 'feedback'), 'words_since', NULL, 'words_cleared_at', now())
      FROM unnest(${due.map(({ id }) => id)}::uuid[], ${due.map(({ revision }) => revision)}::int[]) AS n (session_id, revision)
      WHERE r.company_id = ${this.#tx.companyId} AND r.session_id = n.session_id AND r.revision = n.revision`;
    return due.length;
  }

  /** What other records said before they were corrected. */
  async clearRecordRevisions(limit: number): Promise<number> {
    const due = await this.#tx.sql<{ kind: string; id: string; revision: number }>`
      SELECT kind, record_id AS id, revision FROM programs.record_revision
      WHERE company_id = ${this.#tx.companyId} AND words_since < ${this.#before}
      ORDER BY words_since LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    await this.#tx.sql`
      UPDATE programs.record_revision r SET words_since = NULL,
        before = r.before || jsonb_build_object(CASE r.kind WHEN 'BUDDY_FEEDBACK' THEN 'text' ELSE 'note' END, NULL,
          'words_sha256', programs.hash_of_words(r.before ->> CASE r.kind WHEN 'BUDDY_FEEDBACK' THEN 'text' ELSE 'note' END),
          'words_since', NULL, 'words_cleared_at', now())
      FROM unnest(${due.map(({ kind }) => kind)}::text[], ${due.map(({ id }) => id)}::uuid[], ${due.map(({ revision }) => revision)}::int[])
        AS n (kind, record_id, revision)
      WHERE r.company_id = ${this.#tx.companyId} AND r.kind = n.kind AND r.record_id = n.record_id AND r.revision = n.revision`;
    return due.length;
  }
}
