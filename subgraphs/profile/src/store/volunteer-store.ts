import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { VolunteerRow } from '../rows.ts';

/** Volunteers of one company. Who was merged is read as the one they are shown as. */
export class VolunteerStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Each under the id that was asked for. */
  byIds(ids: readonly string[]): Promise<(VolunteerRow & { readonly askedId: string })[]> {
    return this.#tx.sql<VolunteerRow & { readonly askedId: string }>`
      SELECT n.id AS "askedId", v.id, v.email, v.display_name AS "displayName", v.created_at AS "createdAt"
      FROM unnest(${ids}::uuid[]) AS n (id)
      LEFT JOIN profile.person_alias a ON a.company_id = ${this.#tx.companyId} AND a.person_id = n.id
      JOIN profile.volunteer v ON v.company_id = ${this.#tx.companyId} AND v.id = coalesce(a.kept_id, n.id)`;
  }

  page(page: PageById): Promise<VolunteerRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<VolunteerRow>`
      SELECT v.id, v.email, v.display_name AS "displayName", v.created_at AS "createdAt" FROM profile.volunteer v
      WHERE v.company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR v.id < ${id}::uuid)
        AND NOT EXISTS (SELECT 1 FROM profile.person_alias a
          WHERE a.company_id = v.company_id AND a.person_id = v.id AND a.kept_id <> a.person_id)
      ORDER BY v.id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM profile.volunteer v WHERE v.company_id = ${this.#tx.companyId}
        AND NOT EXISTS (SELECT 1 FROM profile.person_alias a
          WHERE a.company_id = v.company_id AND a.person_id = v.id AND a.kept_id <> a.person_id)`;
    return row?.count ?? 0;
  }
}
