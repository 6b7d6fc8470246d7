import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface UploadRow {
  readonly id: string;
  readonly fileName: string;
  readonly byteSize: number;
  readonly sha256: string;
}

/** Files of one company that have arrived whole. */
export class UploadStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  async insert(upload: UploadRow, uploadedBy: string): Promise<void> {
    await this.#tx.sql`
      INSERT INTO programs.upload (id, company_id, file_name, byte_size, sha256, uploaded_by)
      VALUES (${upload.id}, ${this.#tx.companyId}, ${upload.fileName}, ${upload.byteSize}, ${upload.sha256}, ${uploadedBy})`;
  }

  async byId(id: string): Promise<UploadRow | undefined> {
    const [row] = await this.#tx.sql<UploadRow>`
      SELECT id, file_name AS "fileName", byte_size AS "byteSize", sha256 FROM programs.upload
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
    return row;
  }
}
