import type { Page } from '@teei/runtime/connection';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { TrustedIssuerRow } from '../rows/learning.ts';

type Key = readonly string[] & { length: 1 };

/** Whose credentials one company believes. */
export class TrustedIssuerStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<TrustedIssuerRow[]> {
    return this.#tx.sql<TrustedIssuerRow>`
      SELECT id, issuer, name, added_at AS "addedAt" FROM programs.trusted_issuer
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: Page<Key>): Promise<TrustedIssuerRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<TrustedIssuerRow>`
      SELECT id, issuer, name, added_at AS "addedAt" FROM programs.trusted_issuer
      WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM programs.trusted_issuer WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  async isTrusted(issuer: string): Promise<boolean> {
    const rows = await this.#tx.sql`
      SELECT FROM programs.trusted_issuer WHERE company_id = ${this.#tx.companyId} AND issuer = ${issuer}`;
    return rows.length > 0;
  }

  /** Trusting an issuer again only renames them. */
  async add(issuer: string, name: string, addedBy: string): Promise<TrustedIssuerRow> {
    const [row] = await this.#tx.sql<TrustedIssuerRow>`
      INSERT INTO programs.trusted_issuer (id, company_id, issuer, name, added_by)
      VALUES (${newId()}, ${this.#tx.companyId}, ${issuer}, ${name}, ${addedBy})
      ON CONFLICT (company_id, issuer) DO UPDATE SET name = EXCLUDED.name
      RETURNING id, issuer, name, added_at AS "addedAt"`;
    if (!row) throw new Error('an issuer who was just added is gone');
    return row;
  }

  async remove(id: string): Promise<string | undefined> {
    const [row] = await this.#tx.sql<{ issuer: string }>`
      DELETE FROM programs.trusted_issuer WHERE company_id = ${this.#tx.companyId} AND id = ${id} RETURNING issuer`;
    return row?.issuer;
  }
}
