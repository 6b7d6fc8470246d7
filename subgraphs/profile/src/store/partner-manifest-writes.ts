import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { PartnerOperationRow } from '../rows/partner-operations.ts';

/** Changes of the manifests of one company. One at a time: `lock` comes first. */
export class PartnerManifestWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Until the transaction ends. */
  async lock(): Promise<void> {
    await this.#tx
      .sql`SELECT pg_advisory_xact_lock(hashtextextended(concat('partner-manifest/', ${this.#tx.companyId}::text), 0))`;
  }

  async insert(operations: readonly PartnerOperationRow[], actor: string): Promise<string> {
    const id = newId();
    await this.#tx.sql`
      INSERT INTO profile.partner_manifest (company_id, id, version, state, operation_count, uploaded_by)
      SELECT ${this.#tx.companyId}, ${id}, coalesce(max(version), 0) + 1, 'UPLOADED', ${operations.length}::int, ${actor}
      FROM profile.partner_manifest WHERE company_id = ${this.#tx.companyId}`;
    await this.#tx.sql`
      INSERT INTO profile.partner_operation (company_id, manifest_id, hash, name, kind, body)
      SELECT ${this.#tx.companyId}, ${id}, o.hash, o.name, o.kind, o.body
      FROM jsonb_to_recordset(${JSON.stringify(operations)}::jsonb) AS o(hash text, name text, kind text, body text)`;
    return id;
  }

  async activate(id: string, actor: string): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.partner_manifest SET state = 'REPLACED', replaced_at = now()
      WHERE company_id = ${this.#tx.companyId} AND state = 'ACTIVE'`;
    await this.#tx.sql`
      UPDATE profile.partner_manifest SET state = 'ACTIVE', activated_by = ${actor}, activated_at = now(), replaced_at = NULL
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }

  /** The newest stay, and the active one however old it is. */
  async dropOld(kept: number): Promise<void> {
    await this.#tx.sql`
      DELETE FROM profile.partner_manifest WHERE company_id = ${this.#tx.companyId} AND state <> 'ACTIVE' AND version <= (
        SELECT max(version) FROM profile.partner_manifest WHERE company_id = ${this.#tx.companyId}) - ${kept}::int`;
  }
}
