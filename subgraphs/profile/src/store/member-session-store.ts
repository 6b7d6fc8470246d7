import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MemberSessionRow } from '../rows/member-session.ts';

/** Sessions in which members opened one company; the router notes them. */
export class MemberSessionStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Those that still open the company. */
  ofMembers(memberIds: readonly string[]): Promise<MemberSessionRow[]> {
    return this.#tx.sql<MemberSessionRow>`
      SELECT s.id, s.member_id AS "memberId", s.browser, s.system, s.signed_in_at AS "signedInAt", s.last_seen_at AS "lastSeenAt"
      FROM profile.member_session s JOIN profile.member m ON m.company_id = s.company_id AND m.id = s.member_id
      WHERE s.company_id = ${this.#tx.companyId} AND s.member_id = ANY (${memberIds}::uuid[]) AND s.ended_at IS NULL
        AND (m.sessions_end_before IS NULL OR s.signed_in_at >= m.sessions_end_before)
      ORDER BY s.last_seen_at DESC, s.id DESC`;
  }

  async memberOf(id: string): Promise<string | undefined> {
    const [row] = await this.#tx.sql<{ memberId: string }>`
      SELECT member_id AS "memberId" FROM profile.member_session
      WHERE company_id = ${this.#tx.companyId} AND id = ${id} AND ended_at IS NULL`;
    return row?.memberId;
  }

  async end(id: string): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.member_session SET ended_at = now() WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }

  /** Of whatever session until now, noted here or not. */
  async endAll(memberId: string): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.member SET sessions_end_before = now() WHERE company_id = ${this.#tx.companyId} AND id = ${memberId}`;
  }
}
