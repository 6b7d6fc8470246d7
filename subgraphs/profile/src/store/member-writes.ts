import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Role } from '@teei/runtime/viewer';
import { withPrisma } from './prisma.ts';

/** Changes of the members of one company. */
export class MemberWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  async add(member: {
    readonly id: string;
    readonly userId: string;
    readonly name: string;
    readonly email: string;
    readonly role: Role;
  }): Promise<void> {
    const data = { companyId: this.#tx.companyId, ...member };
    await withPrisma(this.#tx, (prisma) => prisma.member.create({ data }));
  }

  /** Adds, with another role, who is a member of another company of theirs already. */
  async addFrom(
    membershipId: string,
    member: { readonly id: string; readonly userId: string; readonly role: Role },
  ): Promise<void> {
    await this.#tx.sql`
      INSERT INTO profile.member (id, company_id, user_id, name, email, role)
      SELECT ${member.id}, ${this.#tx.companyId}, user_id, name, email, ${member.role} FROM profile.member
      WHERE user_id = ${member.userId} AND id = ${membershipId}`;
  }

  async setRole(id: string, role: Role): Promise<void> {
    await withPrisma(this.#tx, (prisma) => prisma.member.update({ where: this.#key(id), data: { role } }));
  }

  async remove(id: string): Promise<void> {
    await withPrisma(this.#tx, (prisma) => prisma.member.delete({ where: this.#key(id) }));
  }

  #key(id: string) {
    return { companyId_id: { companyId: this.#tx.companyId, id } };
  }
}
