import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MemberRow } from '../rows.ts';

/**
 * Members of one company. Row-level security alone would also show the viewer's own rows in other companies,
 * so every statement names the company.
 */
export class MemberStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<MemberRow[]> {
    return this.#tx.sql<MemberRow>`
      SELECT id, user_id AS "userId", name, email, role, joined_at AS "joinedAt", last_sign_in_at AS "lastSignInAt" FROM profile.member
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: PageById): Promise<MemberRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<MemberRow>`
      SELECT id, user_id AS "userId", name, email, role, joined_at AS "joinedAt", last_sign_in_at AS "lastSignInAt" FROM profile.member
      WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async hasAddress(email: string): Promise<boolean> {
    const rows = await this.#tx.sql<{ id: string }>`
      SELECT id FROM profile.member WHERE company_id = ${this.#tx.companyId} AND lower(email) = ${email} LIMIT 1`;
    return rows.length > 0;
  }

  async idOfUser(userId: string): Promise<string | undefined> {
    const [row] = await this.#tx.sql<{ id: string }>`
      SELECT id FROM profile.member WHERE company_id = ${this.#tx.companyId} AND user_id = ${userId}`;
    return row?.id;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM profile.member WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  /**
   * The member and every company admin, locked until the transaction ends: two admins who demote each other at once
   * would otherwise both see an admin left.
   */
  lockWithAdmins(id: string): Promise<MemberRow[]> {
    return this.#tx.sql<MemberRow>`
      SELECT id, user_id AS "userId", name, email, role, joined_at AS "joinedAt", last_sign_in_at AS "lastSignInAt" FROM profile.member
      WHERE company_id = ${this.#tx.companyId} AND (id = ${id} OR role = 'COMPANY_ADMIN')
      ORDER BY id FOR UPDATE`;
  }
}
