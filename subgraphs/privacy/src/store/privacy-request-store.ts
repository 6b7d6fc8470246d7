import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { PrivacyRequestRow } from '../rows.ts';

/** Access and erasure requests of one company's participants, newest first. */
export class PrivacyRequestStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<PrivacyRequestRow[]> {
    return this.#tx.sql<PrivacyRequestRow>`
      SELECT id, participant_id AS "participantId", kind, status, received_at AS "receivedAt", due_at AS "dueAt",
        completed_at AS "completedAt"
      FROM privacy.privacy_request WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page({ size, after }: Page<readonly string[] & { length: 1 }>): Promise<PrivacyRequestRow[]> {
    const [id] = after ?? [null];
    return this.#tx.sql<PrivacyRequestRow>`
      SELECT id, participant_id AS "participantId", kind, status, received_at AS "receivedAt", due_at AS "dueAt",
        completed_at AS "completedAt"
      FROM privacy.privacy_request WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM privacy.privacy_request WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }
}
