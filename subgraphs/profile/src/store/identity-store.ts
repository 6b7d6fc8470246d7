import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { IdentityRow, PersonKind } from '../rows.ts';

/** Ids that a company's people have in other systems. */
export class IdentityStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  ofPeople(kind: PersonKind, personIds: readonly string[]): Promise<IdentityRow[]> {
    return this.#tx.sql<IdentityRow>`
      SELECT person_id AS "personId", system, external_id AS "externalId", linked_at AS "linkedAt"
      FROM profile.person_identity
      WHERE company_id = ${this.#tx.companyId} AND person_kind = ${kind} AND person_id = ANY (${personIds}::uuid[])
      ORDER BY linked_at, id`;
  }
}
