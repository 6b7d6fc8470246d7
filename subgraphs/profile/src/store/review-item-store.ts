import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { PersonKind, ReviewItemRow } from '../rows.ts';

export interface ReviewItemSearch {
  readonly open: boolean | null;
  readonly personKind: PersonKind | null;
}

/** Conflicts of one company about whose an external id is, newest first. */
export class ReviewItemStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<ReviewItemRow[]> {
    return this.#tx.sql<ReviewItemRow>`
      SELECT id, person_kind AS "personKind", system, external_id AS "externalId", claimant_id AS "claimantId",
        CASE WHEN claimant_id = low_id THEN high_id ELSE low_id END AS "holderId", raised_at AS "raisedAt", decision,
        owner_id AS "ownerId", merge_id AS "mergeId", decided_by AS "decidedBy", decided_at AS "decidedAt"
      FROM profile.review_item WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  /** The same, locked until the transaction ends. */
  async lock(id: string): Promise<ReviewItemRow | undefined> {
    const [row] = await this.#tx.sql<ReviewItemRow>`
      SELECT id, person_kind AS "personKind", system, external_id AS "externalId", claimant_id AS "claimantId",
        CASE WHEN claimant_id = low_id THEN high_id ELSE low_id END AS "holderId", raised_at AS "raisedAt", decision,
        owner_id AS "ownerId", merge_id AS "mergeId", decided_by AS "decidedBy", decided_at AS "decidedAt"
      FROM profile.review_item WHERE company_id = ${this.#tx.companyId} AND id = ${id}::uuid FOR UPDATE`;
    return row;
  }

  page(page: PageById, { open, personKind }: ReviewItemSearch): Promise<ReviewItemRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<ReviewItemRow>`
      SELECT id, person_kind AS "personKind", system, external_id AS "externalId", claimant_id AS "claimantId",
        CASE WHEN claimant_id = low_id THEN high_id ELSE low_id END AS "holderId", raised_at AS "raisedAt", decision,
        owner_id AS "ownerId", merge_id AS "mergeId", decided_by AS "decidedBy", decided_at AS "decidedAt"
      FROM profile.review_item WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
        AND (${open}::boolean IS NULL OR ${open}::boolean = (decision IS NULL))
        AND (${personKind}::text IS NULL OR person_kind = ${personKind}::text)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count({ open, personKind }: ReviewItemSearch): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM profile.review_item WHERE company_id = ${this.#tx.companyId}
        AND (${open}::boolean IS NULL OR ${open}::boolean = (decision IS NULL))
        AND (${personKind}::text IS NULL OR person_kind = ${personKind}::text)`;
    return row?.count ?? 0;
  }

  /** Those that wait for a decision and that these people, or whoever is shown as them, are a side of. */
  openOf(kind: PersonKind, personIds: readonly string[]): Promise<(ReviewItemRow & { readonly shownId: string })[]> {
    return this.#tx.sql<ReviewItemRow & { readonly shownId: string }>`
      SELECT DISTINCT ON (r.id, n.id) n.id AS "shownId", r.id, r.person_kind AS "personKind", r.system, r.external_id AS "externalId",
        r.claimant_id AS "claimantId", CASE WHEN r.claimant_id = r.low_id THEN r.high_id ELSE r.low_id END AS "holderId",
        r.raised_at AS "raisedAt", r.decision, r.owner_id AS "ownerId", r.merge_id AS "mergeId", r.decided_by AS "decidedBy",
        r.decided_at AS "decidedAt"
      FROM unnest(${personIds}::uuid[]) AS n (id)
      CROSS JOIN LATERAL profile.ids_of_person(${this.#tx.companyId}, n.id) AS own
      JOIN profile.review_item r ON r.company_id = ${this.#tx.companyId} AND r.person_kind = ${kind} AND r.decision IS NULL
        AND (r.low_id = own.id OR r.high_id = own.id)
      ORDER BY r.id DESC, n.id`;
  }
}
