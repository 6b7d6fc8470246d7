import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { CredentialRow } from '../rows/learning.ts';

export interface NewCredential {
  readonly id: string;
  /** The hash of the document. */
  readonly externalId: string;
  readonly document: string;
  readonly submittedBy: string;
}

/** What a verification found. */
export interface VerifiedCredential extends Pick<CredentialRow, 'reason' | 'checks' | 'participantId'> {
  readonly status: 'VERIFIED' | 'REJECTED' | 'SUPERSEDED';
  readonly documentId: string | null;
  readonly issuer: string | null;
  readonly issuerName: string | null;
  readonly achievement: string | null;
  readonly issuedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly recheckAt: Date | null;
}

export type LockedCredential = Pick<CredentialRow, 'id' | 'status' | 'participantId' | 'issuer' | 'issuedAt'>;

/** Writes credentials of one company. */
export class CredentialWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Resolves to the id of the credential with this document and whether it is new. */
  async add(credential: NewCredential): Promise<{ id: string; created: boolean }> {
    const made = await this.#tx.sql<{ id: string }>`
      INSERT INTO programs.credential (id, company_id, external_id, kind, status, document, submitted_by)
      VALUES (${credential.id}, ${this.#tx.companyId}, ${credential.externalId}, 'OPEN_BADGE', 'PENDING', ${credential.document},
        ${credential.submittedBy})
      ON CONFLICT (company_id, external_id) DO NOTHING RETURNING id`;
    if (made.length > 0) return { id: credential.id, created: true };
    const [known] = await this.#tx.sql<{ id: string }>`
      SELECT id FROM programs.credential WHERE company_id = ${this.#tx.companyId} AND external_id = ${credential.externalId}`;
    if (!known) throw new Error('a credential that is there already is gone');
    return { id: known.id, created: false };
  }

  /** Undefined for what was only claimed in a file: there is nothing to verify. */
  async documentOf(id: string): Promise<string | undefined> {
    const [row] = await this.#tx.sql<{ document: string | null }>`
      SELECT document FROM programs.credential WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
    return row?.document ?? undefined;
  }

  async lock(id: string): Promise<LockedCredential | undefined> {
    const [row] = await this.#tx.sql<LockedCredential>`
      SELECT id, status, participant_id AS "participantId", issuer, issued_at AS "issuedAt" FROM programs.credential
      WHERE company_id = ${this.#tx.companyId} AND id = ${id} FOR UPDATE`;
    return row;
  }

  /** Others that count, of the same issuer and the issuer's same id. */
  lockAlike(id: string, issuer: string, documentId: string): Promise<LockedCredential[]> {
    return this.#tx.sql<LockedCredential>`
      SELECT id, status, participant_id AS "participantId", issuer, issued_at AS "issuedAt" FROM programs.credential
      WHERE company_id = ${this.#tx.companyId} AND issuer = ${issuer} AND document_id = ${documentId} AND id <> ${id}
        AND status = 'VERIFIED' ORDER BY id FOR UPDATE`;
  }

  async supersede(ids: readonly string[]): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.credential SET status = 'SUPERSEDED', recheck_at = NULL
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  async store(id: string, found: VerifiedCredential): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.credential SET status = ${found.status}, reason = ${found.reason}, checks = ${JSON.stringify(found.checks)},
        participant_id = ${found.participantId}, document_id = ${found.documentId}, issuer = ${found.issuer},
        issuer_name = ${found.issuerName}, achievement = ${found.achievement}, issued_at = ${found.issuedAt},
        expires_at = ${found.expiresAt}, checked_at = now(), recheck_at = ${found.recheckAt}
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }

  /** Handed-in credentials of an issuer, whatever became of them. */
  async idsOfIssuer(issuer: string): Promise<string[]> {
    const rows = await this.#tx.sql<{ id: string }>`
      SELECT id FROM programs.credential
      WHERE company_id = ${this.#tx.companyId} AND issuer = ${issuer} AND document IS NOT NULL ORDER BY id`;
    return rows.map(({ id }) => id);
  }

  async due(now: Date, limit: number): Promise<string[]> {
    const rows = await this.#tx.sql<{ id: string }>`
      SELECT id FROM programs.credential
      WHERE company_id = ${this.#tx.companyId} AND recheck_at <= ${now} ORDER BY recheck_at, id LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  }

  async nextDue(): Promise<Date | null> {
    const [row] = await this.#tx.sql<{ at: Date | null }>`
      SELECT min(recheck_at) AS at FROM programs.credential WHERE company_id = ${this.#tx.companyId}`;
    return row?.at ?? null;
  }
}
