import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Role } from '@teei/runtime/viewer';
import type { InvitationRow } from '../rows.ts';

export interface OpenInvitationRow {
  readonly id: string;
  readonly companyName: string;
  readonly email: string;
  readonly role: Role;
  readonly language: InvitationRow['language'];
  readonly expiresAt: Date;
}

/** Invitations of one company; the hashes of their tokens stay in the database. */
export class InvitationStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  page(page: PageById): Promise<InvitationRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<InvitationRow>`
      SELECT id, email, role, language, invited_by AS "invitedBy", invited_at AS "invitedAt", asked_at AS "askedAt",
        expires_at AS "expiresAt", round, mailed_at AS "mailedAt", mail_failure AS "mailFailure",
        accepted_at AS "acceptedAt", withdrawn_at AS "withdrawnAt"
      FROM profile.invitation
      WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM profile.invitation WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  /** The invitation, locked until the transaction ends. */
  async lock(id: string): Promise<InvitationRow | undefined> {
    const [row] = await this.#tx.sql<InvitationRow>`
      SELECT id, email, role, language, invited_by AS "invitedBy", invited_at AS "invitedAt", asked_at AS "askedAt",
        expires_at AS "expiresAt", round, mailed_at AS "mailedAt", mail_failure AS "mailFailure",
        accepted_at AS "acceptedAt", withdrawn_at AS "withdrawnAt"
      FROM profile.invitation WHERE company_id = ${this.#tx.companyId} AND id = ${id} FOR UPDATE`;
    return row;
  }

  /** Lets one admin of the company invite at a time, so that no address is invited twice and the limit holds. */
  async takeTurn(): Promise<void> {
    await this.#tx.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`invitations ${this.#tx.companyId}`}, 0))`;
  }

  async hasOpen(email: string): Promise<boolean> {
    const rows = await this.#tx.sql<{ id: string }>`
      SELECT id FROM profile.invitation WHERE company_id = ${this.#tx.companyId} AND email = ${email}
        AND accepted_at IS NULL AND withdrawn_at IS NULL LIMIT 1`;
    return rows.length > 0;
  }

  async mailsInLastHour(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM profile.invitation
      WHERE company_id = ${this.#tx.companyId} AND asked_at > now() - interval '1 hour'`;
    return row?.count ?? 0;
  }

  /** What a link leads to while it is good, locked until the transaction ends. */
  async lockOpen(tokenHash: string): Promise<OpenInvitationRow | undefined> {
    const [row] = await this.#tx.sql<OpenInvitationRow>`
      SELECT i.id, c.name AS "companyName", i.email, i.role, i.language, i.expires_at AS "expiresAt"
      FROM profile.invitation i JOIN profile.company c ON c.id = i.company_id
      WHERE i.company_id = ${this.#tx.companyId} AND i.token_hash = ${tokenHash}
        AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now()
      FOR UPDATE OF i`;
    return row;
  }

  /**
   * Gives the invitation a new token for its mail of this round, and answers whom to write to; undefined when the mail went
   * out, or is not wanted any more.
   */
  async beginMail(id: string, round: number, tokenHash: string): Promise<OpenInvitationRow | undefined> {
    const [row] = await this.#tx.sql<OpenInvitationRow>`
      UPDATE profile.invitation i SET token_hash = ${tokenHash}, mail_failure = NULL
      FROM profile.company c
      WHERE i.company_id = ${this.#tx.companyId} AND i.id = ${id} AND i.round = ${round} AND c.id = i.company_id
        AND i.mailed_at IS NULL AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now()
      RETURNING i.id, c.name AS "companyName", i.email, i.role, i.language, i.expires_at AS "expiresAt"`;
    return row;
  }
}
