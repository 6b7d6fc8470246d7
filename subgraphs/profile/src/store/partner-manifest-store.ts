import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { OperationOfManifestRow, PartnerManifestRow } from '../rows/partner-operations.ts';

/** Versions of the list of operations that one company's keys may call. */
export class PartnerManifestStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  newest(): Promise<PartnerManifestRow[]> {
    return this.#tx.sql<PartnerManifestRow>`
      SELECT id, version, state, operation_count AS "operationCount", uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt",
        activated_by AS "activatedBy", activated_at AS "activatedAt", replaced_at AS "replacedAt"
      FROM profile.partner_manifest WHERE company_id = ${this.#tx.companyId} ORDER BY version DESC, id DESC LIMIT 50`;
  }

  async find(id: string): Promise<PartnerManifestRow | undefined> {
    const [row] = await this.#tx.sql<PartnerManifestRow>`
      SELECT id, version, state, operation_count AS "operationCount", uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt",
        activated_by AS "activatedBy", activated_at AS "activatedAt", replaced_at AS "replacedAt"
      FROM profile.partner_manifest WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
    return row;
  }

  async active(): Promise<PartnerManifestRow | undefined> {
    const [row] = await this.#tx.sql<PartnerManifestRow>`
      SELECT id, version, state, operation_count AS "operationCount", uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt",
        activated_by AS "activatedBy", activated_at AS "activatedAt", replaced_at AS "replacedAt"
      FROM profile.partner_manifest WHERE company_id = ${this.#tx.companyId} AND state = 'ACTIVE'`;
    return row;
  }

  /** The one that the active one has taken the place of. */
  async lastReplaced(): Promise<string | undefined> {
    const [row] = await this.#tx.sql<{ id: string }>`
      SELECT id FROM profile.partner_manifest WHERE company_id = ${this.#tx.companyId} AND state = 'REPLACED'
      ORDER BY replaced_at DESC, version DESC LIMIT 1`;
    return row?.id;
  }

  operationsOf(manifestIds: readonly string[]): Promise<OperationOfManifestRow[]> {
    return this.#tx.sql<OperationOfManifestRow>`
      SELECT manifest_id AS "manifestId", hash, name, kind, body FROM profile.partner_operation
      WHERE company_id = ${this.#tx.companyId} AND manifest_id = ANY (${manifestIds}::uuid[]) ORDER BY name, hash`;
  }
}
