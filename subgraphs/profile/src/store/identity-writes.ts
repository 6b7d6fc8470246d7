import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { IdentityRow, PersonKind } from '../rows.ts';

export interface IdentityClaim {
  readonly personId: string;
  readonly system: string;
  readonly externalId: string;
}

/** Somebody claims an id that somebody else has. */
export interface IdentityConflict extends IdentityClaim {
  readonly holderId: string;
}

/** Gives and takes ids in other systems. The unique index decides between two who claim one id at once. */
export class IdentityWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Gives every id that nobody has to whom it was claimed for; resolves to the claims of what somebody else has. */
  async claim(kind: PersonKind, claims: readonly IdentityClaim[]): Promise<IdentityConflict[]> {
    if (claims.length === 0) return [];
    const people = claims.map(({ personId }) => personId);
    const systems = claims.map(({ system }) => system);
    const externalIds = claims.map(({ externalId }) => externalId);
    await this.#tx.sql`
      INSERT INTO profile.person_identity (id, company_id, person_kind, person_id, system, external_id)
      SELECT n.id, ${this.#tx.companyId}, ${kind}, n.person_id, n.system, n.external_id
      FROM unnest(${claims.map(() => newId())}::uuid[], ${people}::uuid[], ${systems}::text[], ${externalIds}::text[])
        AS n (id, person_id, system, external_id)
      ORDER BY n.system COLLATE "C", n.external_id COLLATE "C" ON CONFLICT DO NOTHING`;
    // A statement of its own: it sees what another transaction committed while the insert waited for it.
    return this.#tx.sql<IdentityConflict>`
      SELECT n.person_id AS "personId", n.system, n.external_id AS "externalId", i.person_id AS "holderId"
      FROM unnest(${people}::uuid[], ${systems}::text[], ${externalIds}::text[]) AS n (person_id, system, external_id)
      JOIN profile.person_identity i ON i.company_id = ${this.#tx.companyId} AND i.person_kind = ${kind}
        AND i.system = n.system AND i.external_id = n.external_id
      LEFT JOIN profile.person_alias claimant ON claimant.company_id = i.company_id AND claimant.person_id = n.person_id
      LEFT JOIN profile.person_alias holder ON holder.company_id = i.company_id AND holder.person_id = i.person_id
      WHERE coalesce(claimant.kept_id, n.person_id) <> coalesce(holder.kept_id, i.person_id)`;
  }

  async find(kind: PersonKind, system: string, externalId: string): Promise<IdentityRow | undefined> {
    const [row] = await this.#tx.sql<IdentityRow>`
      SELECT id, person_id AS "personId", system, external_id AS "externalId", linked_at AS "linkedAt" FROM profile.person_identity
      WHERE company_id = ${this.#tx.companyId} AND person_kind = ${kind} AND system = ${system} AND external_id = ${externalId}`;
    return row;
  }

  /** Resolves to what was taken away; undefined when there was nothing. */
  async remove(id: string): Promise<(IdentityRow & { readonly personKind: PersonKind }) | undefined> {
    const [row] = await this.#tx.sql<IdentityRow & { readonly personKind: PersonKind }>`
      DELETE FROM profile.person_identity WHERE company_id = ${this.#tx.companyId} AND id = ${id}::uuid
      RETURNING id, person_kind AS "personKind", person_id AS "personId", system, external_id AS "externalId", linked_at AS "linkedAt"`;
    return row;
  }

  /** Moves an id from one person to another; nothing moves when somebody else has it by now. */
  async move(kind: PersonKind, claim: Omit<IdentityClaim, 'personId'>, fromId: string, toId: string): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.person_identity SET person_id = ${toId}
      WHERE company_id = ${this.#tx.companyId} AND person_kind = ${kind} AND system = ${claim.system}
        AND external_id = ${claim.externalId} AND person_id = ${fromId}::uuid`;
  }
}
