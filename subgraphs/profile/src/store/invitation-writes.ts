import type { MailLanguage } from '@teei/runtime/mail-language';
import type { MailProblem } from '@teei/runtime/mailer';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Role } from '@teei/runtime/viewer';
import type { InvitationRow } from '../rows.ts';
import { withPrisma } from './prisma.ts';

export interface NewInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly language: MailLanguage;
  /** `actorOf(viewer)`. */
  readonly invitedBy: string;
  readonly expiresAt: Date;
}

/** Changes of the invitations of one company. */
export class InvitationWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  async insert(invitation: NewInvitation): Promise<InvitationRow> {
    const data = { companyId: this.#tx.companyId, ...invitation };
    const row = await withPrisma(this.#tx, (prisma) => prisma.invitation.create({ data, omit }));
    return { ...row, role: invitation.role, language: invitation.language, mailFailure: null };
  }

  /** Asks for one more mail; the link of the one before ends here. */
  async ask(invitation: InvitationRow, expiresAt: Date): Promise<InvitationRow> {
    const changes = {
      round: invitation.round + 1,
      askedAt: new Date(),
      expiresAt,
      tokenHash: null,
      mailedAt: null,
      mailFailure: null,
    };
    await this.#update(invitation.id, changes);
    const { tokenHash: _, ...shown } = changes;
    return { ...invitation, ...shown };
  }

  async withdraw(invitation: InvitationRow): Promise<InvitationRow> {
    const withdrawnAt = new Date();
    await this.#update(invitation.id, { withdrawnAt, tokenHash: null });
    return { ...invitation, withdrawnAt };
  }

  async accept(id: string): Promise<void> {
    await this.#update(id, { acceptedAt: new Date(), tokenHash: null });
  }

  async noteMailed(id: string, round: number): Promise<void> {
    await this.#ofRound(id, round, { mailedAt: new Date() });
  }

  async noteFailure(id: string, round: number, mailFailure: MailProblem): Promise<void> {
    await this.#ofRound(id, round, { mailFailure });
  }

  async #update(id: string, data: object): Promise<void> {
    const where = { companyId_id: { companyId: this.#tx.companyId, id } };
    await withPrisma(this.#tx, (prisma) => prisma.invitation.update({ where, data }));
  }

  async #ofRound(id: string, round: number, data: object): Promise<void> {
    const where = { companyId: this.#tx.companyId, id, round };
    await withPrisma(this.#tx, (prisma) => prisma.invitation.updateMany({ where, data }));
  }
}

const omit = { companyId: true, tokenHash: true } as const;
