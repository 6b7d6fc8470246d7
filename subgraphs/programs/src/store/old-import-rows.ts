import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

/**
 * What imports of one company show of their files: first rows, cells with something wrong, rejected rows. It goes when its file does, and
 * the account of the import stays.
 */
export class OldImportRows {
  readonly #tx: TenantTransaction;
  readonly #before: Date;

  constructor(tx: TenantTransaction, before: Date) {
    this.#tx = tx;
    this.#before = before;
  }

  /** An import whose file is gone and that still shows something of it. */
  async next(): Promise<string | undefined> {
    const [row] = await this.#tx.sql<{ id: string }>`
      SELECT i.id FROM programs.import i JOIN programs.upload u ON u.company_id = i.company_id AND u.id = i.upload_id
      WHERE i.company_id = ${this.#tx.companyId} AND i.rows_cleared_at IS NULL AND u.removed_at IS NOT NULL AND u.uploaded_at < ${this.#before}
      ORDER BY i.id LIMIT 1`;
    return row?.id;
  }

  /** Clears some rows of the import, and notes it once there are none; resolves to how many there were. */
  async clear(importId: string, limit: number): Promise<number> {
    const rejected = await this.#tx.sql<{ line: number }>`
      SELECT line FROM programs.import_reject WHERE company_id = ${this.#tx.companyId} AND import_id = ${importId} LIMIT ${limit}`;
    await this.#tx.sql`
      DELETE FROM programs.import_reject WHERE company_id = ${this.#tx.companyId} AND import_id = ${importId}
        AND line = ANY (${rejected.map(({ line }) => line)}::int[])`;
    const shown = await this.#tx.sql<{ line: number }>`
      SELECT DISTINCT line FROM programs.import_issue
      WHERE company_id = ${this.#tx.companyId} AND import_id = ${importId} AND value <> '' LIMIT ${limit}`;
    await this.#tx.sql`
      UPDATE programs.import_issue SET value = '' WHERE company_id = ${this.#tx.companyId} AND import_id = ${importId}
        AND line = ANY (${shown.map(({ line }) => line)}::int[])`;
    const cleared = Math.max(rejected.length, shown.length);
    if (cleared < limit)
      await this.#tx.sql`
        UPDATE programs.import SET preview = '[]', rows_cleared_at = now()
        WHERE company_id = ${this.#tx.companyId} AND id = ${importId}`;
    return cleared;
  }
}
