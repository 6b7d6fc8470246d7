import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { PersonKind } from '../rows.ts';
import type { IdentityConflict } from './identity-writes.ts';

export interface Decision {
  readonly decision: 'SAME_PERSON' | 'DIFFERENT_PEOPLE';
  readonly ownerId: string | null;
  readonly mergeId: string | null;
  readonly actor: string;
}

/** Raises conflicts and notes what was decided. */
export class ReviewItemWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** A conflict that was raised before stays as it is, also when it was decided: the same row may come every day. */
  async raise(kind: PersonKind, conflicts: readonly IdentityConflict[], importId: string | null): Promise<void> {
    if (conflicts.length === 0) return;
    const of = <T>(pick: (each: IdentityConflict) => T): T[] => conflicts.map(pick);
    await this.#tx.sql`
      INSERT INTO profile.review_item (id, company_id, person_kind, system, external_id, low_id, high_id, claimant_id, import_id)
      SELECT n.id, ${this.#tx.companyId}, ${kind}, n.system, n.external_id, least(n.claimant_id, n.holder_id),
        greatest(n.claimant_id, n.holder_id), n.claimant_id, ${importId}::uuid
      FROM unnest(${of(() => newId())}::uuid[], ${of((each) => each.system)}::text[], ${of((each) => each.externalId)}::text[],
        ${of((each) => each.personId)}::uuid[], ${of((each) => each.holderId)}::uuid[]) AS n (id, system, external_id, claimant_id, holder_id)
      ORDER BY n.system COLLATE "C", n.external_id COLLATE "C", 6, 7 ON CONFLICT DO NOTHING`;
  }

  /** The item of these two people about this id; there is one once it was raised. */
  async idOf(kind: PersonKind, { personId, holderId, system, externalId }: IdentityConflict): Promise<string> {
    const [row] = await this.#tx.sql<{ id: string }>`
      SELECT id FROM profile.review_item
      WHERE company_id = ${this.#tx.companyId} AND person_kind = ${kind} AND system = ${system} AND external_id = ${externalId}
        AND low_id = least(${personId}::uuid, ${holderId}::uuid) AND high_id = greatest(${personId}::uuid, ${holderId}::uuid)`;
    if (!row) throw new Error('a review item that was raised is not there');
    return row.id;
  }

  async decide(id: string, { decision, ownerId, mergeId, actor }: Decision): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.review_item SET decision = ${decision}, owner_id = ${ownerId}::uuid, merge_id = ${mergeId}::uuid,
        decided_by = ${actor}, decided_at = now()
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}::uuid`;
  }

  async reopen(id: string): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.review_item SET decision = NULL, owner_id = NULL, merge_id = NULL, decided_by = NULL, decided_at = NULL
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}::uuid`;
  }

  /** Open conflicts whose sides are one person since this merge have no question left. */
  async closeByMerge(keptId: string, mergeId: string, actor: string): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.review_item SET decision = 'SAME_PERSON', merge_id = ${mergeId}::uuid, decided_by = ${actor}, decided_at = now()
      WHERE company_id = ${this.#tx.companyId} AND decision IS NULL
        AND low_id IN (SELECT id FROM profile.ids_of_person(${this.#tx.companyId}, ${keptId}))
        AND high_id IN (SELECT id FROM profile.ids_of_person(${this.#tx.companyId}, ${keptId}))`;
  }

  /** What the merge had answered is a question again. */
  async reopenOfMerge(mergeId: string): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.review_item SET decision = NULL, owner_id = NULL, merge_id = NULL, decided_by = NULL, decided_at = NULL
      WHERE company_id = ${this.#tx.companyId} AND merge_id = ${mergeId}::uuid`;
  }
}
