import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Role } from '@teei/runtime/viewer';
import type { CompanyRow, MembershipRow } from '../rows.ts';

/** The company of the transaction, and the companies of a person. */
export class CompanyStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Row-level security shows a person all of their companies; this one asks for the transaction's own alone. */
  byIds(ids: readonly string[]): Promise<CompanyRow[]> {
    return this.#tx.sql<CompanyRow>`
      SELECT id, name, slug, region, locale, currency FROM profile.company
      WHERE id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  /** The one read that reaches beyond the transaction's company: every company that the person is a member of. */
  async membershipsOf(userId: string): Promise<MembershipRow[]> {
    const rows = await this.#tx.sql<CompanyRow & { role: Role }>`
      SELECT c.id, c.name, c.slug, c.region, c.locale, c.currency, m.role
      FROM profile.member m JOIN profile.company c ON c.id = m.company_id
      WHERE m.user_id = ${userId} ORDER BY c.name, c.id`;
    return rows.map(({ role, ...company }) => ({ company, role }));
  }
}
