import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

interface Holder {
  readonly id: string;
  /** As whom they are shown: people who were merged are one. */
  readonly shownId: string;
}

/** Looks participants of one company up by what other systems know them by. */
export class ClueStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byEmails(emails: readonly string[]): Promise<(Holder & { email: string })[]> {
    return this.#tx.sql<Holder & { email: string }>`
      SELECT p.id, coalesce(a.kept_id, p.id) AS "shownId", p.email
      FROM (SELECT DISTINCT unnest(${emails}::text[]) AS email) n
      JOIN profile.participant p ON p.company_id = ${this.#tx.companyId} AND p.email = n.email
      LEFT JOIN profile.person_alias a ON a.company_id = p.company_id AND a.person_id = p.id`;
  }

  byIdentities(ids: readonly string[]): Promise<(Holder & { system: string; externalId: string })[]> {
    return this.#tx.sql<Holder & { system: string; externalId: string }>`
      SELECT p.id, coalesce(a.kept_id, p.id) AS "shownId", i.system, i.external_id AS "externalId"
      FROM profile.person_identity i
      JOIN profile.participant p ON p.company_id = i.company_id AND p.id = i.person_id
      LEFT JOIN profile.person_alias a ON a.company_id = p.company_id AND a.person_id = p.id
      WHERE i.company_id = ${this.#tx.companyId} AND i.person_kind = 'PARTICIPANT' AND i.external_id = ANY (${ids}::text[])`;
  }

  /** A page of all addresses, by id. */
  addresses(after: string | null, size: number): Promise<(Holder & { email: string })[]> {
    return this.#tx.sql<Holder & { email: string }>`
      SELECT p.id, coalesce(a.kept_id, p.id) AS "shownId", p.email FROM profile.participant p
      LEFT JOIN profile.person_alias a ON a.company_id = p.company_id AND a.person_id = p.id
      WHERE p.company_id = ${this.#tx.companyId} AND p.email IS NOT NULL AND (${after}::uuid IS NULL OR p.id > ${after}::uuid)
      ORDER BY p.id LIMIT ${size}`;
  }
}
