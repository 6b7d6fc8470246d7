import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { PersonKind } from '../rows.ts';

export interface PersonToFind {
  /** Lower case, trimmed. Unique among the people of one call. */
  readonly email: string;
  readonly displayName: string | null;
  /** The systems that know the person by this address. */
  readonly systems: readonly string[];
}

export interface FoundPerson {
  readonly id: string;
  readonly email: string;
  readonly created: boolean;
}

/** Whoever has found a person stores what it found them for within this time, or asks for them again. */
const inFlight = '2 minutes';

/**
 * Bulk writes of people; each is one statement for all of them. Long lists are joined: a prepared `= ANY (list)` may compare
 * every row of the table with every entry, which made an import slower with each batch.
 */
export class PersonWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /**
   * Finds people by address and makes those whom nobody knows, with their identities. Two callers that meet the same people
   * at once wait for each other at the unique index, in the order of the addresses, and then see the same rows.
   */
  async findOrCreate(
    kind: PersonKind,
    people: readonly PersonToFind[],
    importId: string | null,
  ): Promise<FoundPerson[]> {
    if (people.length === 0) return [];
    const drafts = people.map((person) => ({ ...person, id: newId() }));
    const columns = [
      drafts.map(({ id }) => id),
      drafts.map(({ email }) => email),
      drafts.map(({ displayName }) => displayName),
    ] as const;
    const stored = await (kind === 'PARTICIPANT'
      ? this.#participants(...columns, importId)
      : this.#volunteers(...columns, importId));
    const ids = new Map(stored.map(({ email, id }) => [email, id]));
    const found = drafts.map((draft) => {
      const id = ids.get(draft.email);
      // Possible only when somebody removes the person between the two statements; the caller may ask again.
      if (id === undefined) throw new Error('a person was removed while they were looked up');
      return { id, email: draft.email, created: id === draft.id };
    });
    await this.#link(
      kind,
      drafts.filter((draft) => ids.get(draft.email) === draft.id),
    );
    return found;
  }

  /**
   * Takes back people whom an import had made, with their identities. Whoever was merged with somebody stays, and whoever is a
   * side of a conflict: others' records are read through them. So does whoever was found shortly before it was decided that
   * nothing hangs on them, or since: what they were found for may not have been stored by then. Resolves to how many there were.
   */
  async remove(kind: PersonKind, ids: readonly string[], importId: string, decidedAt: Date): Promise<number> {
    if (ids.length === 0) return 0;
    const removed = await (kind === 'PARTICIPANT'
      ? this.#tx.sql<{ id: string }>`
          DELETE FROM profile.participant p USING unnest(${ids}::uuid[]) AS n (id)
          WHERE p.company_id = ${this.#tx.companyId} AND p.id = n.id AND p.import_id = ${importId}
            AND (p.relied_at IS NULL OR p.relied_at < ${decidedAt}::timestamptz - ${inFlight}::interval)
            AND NOT EXISTS (SELECT 1 FROM profile.person_alias a
              WHERE a.company_id = p.company_id AND (a.person_id = p.id OR a.kept_id = p.id) AND a.kept_id <> a.person_id)
            AND NOT EXISTS (SELECT 1 FROM profile.review_item r
              WHERE r.company_id = p.company_id AND (r.low_id = p.id OR r.high_id = p.id)) RETURNING p.id`
      : this.#tx.sql<{ id: string }>`
          DELETE FROM profile.volunteer p USING unnest(${ids}::uuid[]) AS n (id)
          WHERE p.company_id = ${this.#tx.companyId} AND p.id = n.id AND p.import_id = ${importId}
            AND (p.relied_at IS NULL OR p.relied_at < ${decidedAt}::timestamptz - ${inFlight}::interval)
            AND NOT EXISTS (SELECT 1 FROM profile.person_alias a
              WHERE a.company_id = p.company_id AND (a.person_id = p.id OR a.kept_id = p.id) AND a.kept_id <> a.person_id)
            AND NOT EXISTS (SELECT 1 FROM profile.review_item r
              WHERE r.company_id = p.company_id AND (r.low_id = p.id OR r.high_id = p.id)) RETURNING p.id`);
    await this.#tx.sql`
      DELETE FROM profile.person_identity i USING unnest(${removed.map(({ id }) => id)}::uuid[]) AS n (id)
      WHERE i.company_id = ${this.#tx.companyId} AND i.person_kind = ${kind} AND i.person_id = n.id`;
    return removed.length;
  }

  async #participants(
    ids: readonly string[],
    emails: readonly string[],
    names: readonly (string | null)[],
    importId: string | null,
  ): Promise<{ id: string; email: string }[]> {
    await this.#tx.sql`
      INSERT INTO profile.participant (id, company_id, email, display_name, import_id)
      SELECT n.id, ${this.#tx.companyId}, n.email, n.display_name, ${importId}::uuid
      FROM unnest(${ids}::uuid[], ${emails}::text[], ${names}::text[]) AS n (id, email, display_name)
      ORDER BY n.email COLLATE "C" ON CONFLICT (company_id, email) DO NOTHING`;
    await this.#tx.sql`
      WITH relied AS (
        SELECT p.id FROM unnest(${emails}::text[]) AS n (email)
        JOIN profile.participant p ON p.company_id = ${this.#tx.companyId} AND p.email = n.email
        WHERE p.import_id IS NOT NULL AND p.import_id IS DISTINCT FROM ${importId}::uuid
          AND (p.relied_at IS NULL OR p.relied_at < clock_timestamp() - interval '20 seconds')
        ORDER BY p.email COLLATE "C" FOR UPDATE OF p)
      UPDATE profile.participant p SET relied_at = clock_timestamp() FROM relied
      WHERE p.company_id = ${this.#tx.companyId} AND p.id = relied.id`;
    return this.#tx.sql<{ id: string; email: string }>`
      SELECT p.id, p.email FROM unnest(${emails}::text[]) AS n (email)
      JOIN profile.participant p ON p.company_id = ${this.#tx.companyId} AND p.email = n.email`;
  }

  async #volunteers(
    ids: readonly string[],
    emails: readonly string[],
    names: readonly (string | null)[],
    importId: string | null,
  ): Promise<{ id: string; email: string }[]> {
    await this.#tx.sql`
      INSERT INTO profile.volunteer (id, company_id, email, display_name, import_id)
      SELECT n.id, ${this.#tx.companyId}, n.email, n.display_name, ${importId}::uuid
      FROM unnest(${ids}::uuid[], ${emails}::text[], ${names}::text[]) AS n (id, email, display_name)
      ORDER BY n.email COLLATE "C" ON CONFLICT (company_id, email) DO NOTHING`;
    await this.#tx.sql`
      WITH relied AS (
        SELECT p.id FROM unnest(${emails}::text[]) AS n (email)
        JOIN profile.volunteer p ON p.company_id = ${this.#tx.companyId} AND p.email = n.email
        WHERE p.import_id IS NOT NULL AND p.import_id IS DISTINCT FROM ${importId}::uuid
          AND (p.relied_at IS NULL OR p.relied_at < clock_timestamp() - interval '20 seconds')
        ORDER BY p.email COLLATE "C" FOR UPDATE OF p)
      UPDATE profile.volunteer p SET relied_at = clock_timestamp() FROM relied
      WHERE p.company_id = ${this.#tx.companyId} AND p.id = relied.id`;
    return this.#tx.sql<{ id: string; email: string }>`
      SELECT p.id, p.email FROM unnest(${emails}::text[]) AS n (email)
      JOIN profile.volunteer p ON p.company_id = ${this.#tx.companyId} AND p.email = n.email`;
  }

  async #link(kind: PersonKind, people: readonly (PersonToFind & { readonly id: string })[]): Promise<void> {
    const links = people.flatMap(({ id, email, systems }) => systems.map((system) => ({ id, email, system })));
    if (links.length === 0) return;
    await this.#tx.sql`
      INSERT INTO profile.person_identity (id, company_id, person_kind, person_id, system, external_id)
      SELECT n.id, ${this.#tx.companyId}, ${kind}, n.person_id, n.system, n.external_id
      FROM unnest(${links.map(() => newId())}::uuid[], ${links.map(({ id }) => id)}::uuid[],
        ${links.map(({ system }) => system)}::text[], ${links.map(({ email }) => email)}::text[])
        AS n (id, person_id, system, external_id)
      ORDER BY n.system COLLATE "C", n.external_id COLLATE "C" ON CONFLICT DO NOTHING`;
  }
}
