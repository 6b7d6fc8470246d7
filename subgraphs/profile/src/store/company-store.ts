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
      SELECT id, name, slug, region, locale, currency, demo_of IS NOT NULL AS "isDemo" FROM profile.company
      WHERE id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  /** The one read that reaches beyond the transaction's company: every company that the person is a member of. */
  async membershipsOf(userId: string): Promise<MembershipRow[]> {
    const rows = await this.#tx.sql<CompanyRow & { role: Role }>`
      SELECT c.id, c.name, c.slug, c.region, c.locale, c.currency, c.demo_of IS NOT NULL AS "isDemo", m.role
      FROM profile.member m JOIN profile.company c ON c.id = m.company_id
      WHERE m.user_id = ${userId} ORDER BY c.demo_of IS NOT NULL, c.name, c.id`;
    return rows.map(({ role, ...company }) => ({ company, role }));
  }

  /** The person's demo; whatever the transaction's company is, a person sees their own companies. */
  async demoOf(userId: string): Promise<CompanyRow | undefined> {
    const companies = await this.membershipsOf(userId);
    return companies.find(({ company }) => company.isDemo)?.company;
  }

  /** Makes the transaction's company a demo. Undefined when the person has got one meanwhile. */
  async makeDemo(demo: Pick<CompanyRow, 'name' | 'slug' | 'locale'>, userId: string): Promise<CompanyRow | undefined> {
    const [made] = await this.#tx.sql<CompanyRow>`
      INSERT INTO profile.company (id, name, slug, locale, demo_of)
      VALUES (${this.#tx.companyId}, ${demo.name}, ${demo.slug}, ${demo.locale}, ${userId})
      ON CONFLICT (demo_of) DO NOTHING RETURNING id, name, slug, region, locale, currency, true AS "isDemo"`;
    return made;
  }
}
