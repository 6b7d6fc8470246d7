import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { PersonKind, PersonMergeRow } from '../rows.ts';

/** Which people of one company were found to be one, and when; a merge that was undone stays in the history. */
export class MergeStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Merges that each of these people is a side of, newest first; `shownId` is the person that was asked for. */
  ofPeople(personIds: readonly string[]): Promise<(PersonMergeRow & { readonly shownId: string })[]> {
    return this.#tx.sql<PersonMergeRow & { readonly shownId: string }>`
      SELECT n.id AS "shownId", m.id, m.person_kind AS "personKind", m.kept_id AS "keptId", m.merged_id AS "mergedId",
        coalesce(p.display_name, v.display_name) AS "mergedName", coalesce(p.email, v.email) AS "mergedEmail",
        m.merged_by AS "mergedBy", m.merged_at AS "mergedAt", m.unmerged_by AS "unmergedBy", m.unmerged_at AS "unmergedAt"
      FROM unnest(${personIds}::uuid[]) AS n (id)
      JOIN profile.person_merge m ON m.company_id = ${this.#tx.companyId} AND (m.kept_id = n.id OR m.merged_id = n.id)
      LEFT JOIN profile.participant p ON p.company_id = m.company_id AND p.id = m.merged_id
      LEFT JOIN profile.volunteer v ON v.company_id = m.company_id AND v.id = m.merged_id
      ORDER BY m.merged_at DESC, m.id DESC`;
  }

  async byId(id: string): Promise<PersonMergeRow | undefined> {
    const [row] = await this.#tx.sql<PersonMergeRow>`
      SELECT m.id, m.person_kind AS "personKind", m.kept_id AS "keptId", m.merged_id AS "mergedId",
        coalesce(p.display_name, v.display_name) AS "mergedName", coalesce(p.email, v.email) AS "mergedEmail",
        m.merged_by AS "mergedBy", m.merged_at AS "mergedAt", m.unmerged_by AS "unmergedBy", m.unmerged_at AS "unmergedAt"
      FROM profile.person_merge m
      LEFT JOIN profile.participant p ON p.company_id = m.company_id AND p.id = m.merged_id
      LEFT JOIN profile.volunteer v ON v.company_id = m.company_id AND v.id = m.merged_id
      WHERE m.company_id = ${this.#tx.companyId} AND m.id = ${id}::uuid`;
    return row;
  }

  /** Of these people, those that there are, locked: two merges of the same people wait for each other and see what was done. */
  async lock(kind: PersonKind, ids: readonly string[]): Promise<Set<string>> {
    const rows = await (kind === 'PARTICIPANT'
      ? this.#tx.sql<{ id: string }>`
          SELECT id FROM profile.participant WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
      : this.#tx.sql<{ id: string }>`
          SELECT id FROM profile.volunteer WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`);
    return new Set(rows.map(({ id }) => id));
  }

  async hasOthers(personId: string): Promise<boolean> {
    const rows = await this.#tx.sql`
      SELECT 1 FROM profile.person_alias WHERE company_id = ${this.#tx.companyId} AND kept_id = ${personId}::uuid AND person_id <> kept_id LIMIT 1`;
    return rows.length > 0;
  }

  async insert(kind: PersonKind, keptId: string, mergedId: string, actor: string): Promise<string> {
    const id = newId();
    await this.#tx.sql`
      INSERT INTO profile.person_merge (id, company_id, person_kind, kept_id, merged_id, merged_by)
      VALUES (${id}, ${this.#tx.companyId}, ${kind}, ${keptId}, ${mergedId}, ${actor})`;
    return id;
  }

  /** Resolves to whether it stood until now. */
  async end(id: string, actor: string): Promise<boolean> {
    const rows = await this.#tx.sql`
      UPDATE profile.person_merge SET unmerged_by = ${actor}, unmerged_at = now()
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}::uuid AND unmerged_at IS NULL RETURNING id`;
    return rows.length > 0;
  }
}
