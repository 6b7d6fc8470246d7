import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ApiKeyRow } from '../rows.ts';

/** API keys of one company; their hashes stay in the database. */
export class ApiKeyStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  page(page: PageById): Promise<ApiKeyRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<ApiKeyRow>`
      SELECT id, name, prefix, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt",
        revoked_at AS "revokedAt", replaced_by AS "replacedBy"
      FROM profile.api_key
      WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  byIds(ids: readonly string[]): Promise<ApiKeyRow[]> {
    return this.#tx.sql<ApiKeyRow>`
      SELECT id, name, prefix, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt",
        revoked_at AS "revokedAt", replaced_by AS "replacedBy"
      FROM profile.api_key WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM profile.api_key WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  /** The key, locked until the transaction ends, so that it is replaced or revoked once. */
  async lock(id: string): Promise<ApiKeyRow | undefined> {
    const [row] = await this.#tx.sql<ApiKeyRow>`
      SELECT id, name, prefix, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt",
        revoked_at AS "revokedAt", replaced_by AS "replacedBy"
      FROM profile.api_key WHERE company_id = ${this.#tx.companyId} AND id = ${id} FOR UPDATE`;
    return row;
  }
}
