import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface NewUpload {
  readonly id: string;
  readonly fileName: string;
  readonly byteSize: number;
  readonly sha256: string;
}

export interface UploadRow extends NewUpload {
  /** The file is gone. */
  readonly removed: boolean;
}

/** Files of one company that have arrived whole. */
export class UploadStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  async insert(upload: NewUpload, uploadedBy: string): Promise<void> {
    await this.#tx.sql`
      INSERT INTO programs.upload (id, company_id, file_name, byte_size, sha256, uploaded_by)
      VALUES (${upload.id}, ${this.#tx.companyId}, ${upload.fileName}, ${upload.byteSize}, ${upload.sha256}, ${uploadedBy})`;
  }

  async byId(id: string): Promise<UploadRow | undefined> {
    const [row] = await this.#tx.sql<UploadRow>`
      SELECT id, file_name AS "fileName", byte_size AS "byteSize", sha256, removed_at IS NOT NULL AS removed FROM programs.upload
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
    return row;
  }

  /** Marks some of those that came before then and that no import is reading, whatever was done with them since; answers which files are to be gone. */
  async removeOlder(before: Date, limit: number): Promise<string[]> {
    const rows = await this.#tx.sql<{ id: string }>`
      UPDATE programs.upload u SET removed_at = now() WHERE u.company_id = ${this.#tx.companyId} AND u.id IN (
        SELECT o.id FROM programs.upload o
        WHERE o.company_id = ${this.#tx.companyId} AND o.removed_at IS NULL AND o.uploaded_at < ${before}
          AND NOT EXISTS (SELECT FROM programs.import i WHERE i.company_id = o.company_id AND i.upload_id = o.id
            AND i.status IN ('QUEUED', 'RUNNING', 'UNDOING'))
        ORDER BY o.uploaded_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING u.id`;
    return rows.map(({ id }) => id);
  }

  /** Marks those of these uploads that are older, as all that was done with them is; answers which files are to be gone. */
  async remove(ids: readonly string[], before: Date): Promise<string[]> {
    const rows = await this.#tx.sql<{ id: string }>`
      UPDATE programs.upload u SET removed_at = coalesce(u.removed_at, now())
      WHERE u.company_id = ${this.#tx.companyId} AND u.id = ANY (${ids}::uuid[]) AND (u.removed_at IS NOT NULL
        OR u.uploaded_at < ${before} AND NOT EXISTS (SELECT FROM programs.import i
          WHERE i.company_id = u.company_id AND i.upload_id = u.id
            AND (i.status IN ('QUEUED', 'RUNNING', 'UNDOING') OR greatest(i.created_at, i.finished_at) >= ${before})))
      RETURNING u.id`;
    return rows.map(({ id }) => id);
  }
}
