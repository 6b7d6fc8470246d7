import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { CredentialRow } from '../rows/learning.ts';

type Key = readonly string[] & { length: 1 };

/** Credentials of one company, for reading. */
export class CredentialStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<CredentialRow[]> {
    return this.#tx.sql<CredentialRow>`
      SELECT id, status, reason, checks, participant_id AS "participantId", issuer, issuer_name AS "issuerName", achievement,
        issued_at AS "issuedAt", expires_at AS "expiresAt", submitted_at AS "submittedAt", checked_at AS "checkedAt", document
      FROM programs.credential WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: Page<Key>, status: CredentialRow['status'] | null): Promise<CredentialRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<CredentialRow>`
      SELECT id, status, reason, checks, participant_id AS "participantId", issuer, issuer_name AS "issuerName", achievement,
        issued_at AS "issuedAt", expires_at AS "expiresAt", submitted_at AS "submittedAt", checked_at AS "checkedAt", document
      FROM programs.credential
      WHERE company_id = ${this.#tx.companyId} AND (${status}::text IS NULL OR status = ${status})
        AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(status: CredentialRow['status'] | null): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM programs.credential
      WHERE company_id = ${this.#tx.companyId} AND (${status}::text IS NULL OR status = ${status})`;
    return row?.count ?? 0;
  }

  /** The same page of every participant, in one statement. */
  pagesOf(
    participantIds: readonly string[],
    page: Page<Key>,
  ): Promise<(CredentialRow & { readonly parentId: string })[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<CredentialRow & { readonly parentId: string }>`
      SELECT parent.id AS "parentId", c.id, c.status, c.reason, c.checks, c.participant_id AS "participantId", c.issuer, c.issuer_name AS "issuerName",
        c.achievement, c.issued_at AS "issuedAt", c.expires_at AS "expiresAt", c.submitted_at AS "submittedAt",
        c.checked_at AS "checkedAt", c.document
      FROM unnest(${participantIds}::uuid[]) AS parent (id) CROSS JOIN LATERAL (
        SELECT * FROM programs.credential WHERE company_id = ${this.#tx.companyId}
          AND participant_id IN (SELECT own.id FROM programs.ids_of_person(${this.#tx.companyId}, parent.id) AS own)
          AND (${id}::uuid IS NULL OR id < ${id}::uuid) ORDER BY id DESC LIMIT ${page.size + 1}
      ) c ORDER BY c.id DESC`;
  }

  countsOf(participantIds: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT parent.id, (SELECT count(*) FROM programs.credential
        WHERE company_id = ${this.#tx.companyId}
          AND participant_id IN (SELECT own.id FROM programs.ids_of_person(${this.#tx.companyId}, parent.id) AS own)) AS count
      FROM unnest(${participantIds}::uuid[]) AS parent (id)`;
  }
}
