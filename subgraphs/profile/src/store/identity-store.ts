import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { IdentityRow, PersonKind } from '../rows.ts';

/** Ids that a company's people have in other systems. */
export class IdentityStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Of each of these people, and of everybody who is shown as them; `shownId` is the person that was asked for. */
  ofPeople(kind: PersonKind, personIds: readonly string[]): Promise<(IdentityRow & { readonly shownId: string })[]> {
    return this.#tx.sql<IdentityRow & { readonly shownId: string }>`
      SELECT n.id AS "shownId", i.id, i.person_id AS "personId", i.system, i.external_id AS "externalId", i.linked_at AS "linkedAt"
      FROM unnest(${personIds}::uuid[]) AS n (id)
      CROSS JOIN LATERAL profile.ids_of_person(${this.#tx.companyId}, n.id) AS own
      JOIN profile.person_identity i ON i.company_id = ${this.#tx.companyId} AND i.person_kind = ${kind} AND i.person_id = own.id
      ORDER BY i.linked_at, i.id`;
  }
}
