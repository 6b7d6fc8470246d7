import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MemberViewer } from '@teei/runtime/viewer';

/** What one member has settled for themselves, beside their views. */
export class MemberSettingStore {
  readonly #tx: TenantTransaction;
  readonly #member: MemberViewer;

  constructor(tx: TenantTransaction, member: MemberViewer) {
    this.#tx = tx;
    this.#member = member;
  }

  async hasDismissedFirstSteps(): Promise<boolean> {
    const rows = await this.#tx.sql<{ dismissed: boolean }>`
      SELECT first_steps_dismissed_at IS NOT NULL AS dismissed FROM profile.member_setting
      WHERE company_id = ${this.#tx.companyId} AND member_id = ${this.#member.memberId}`;
    return rows[0]?.dismissed ?? false;
  }

  async dismissFirstSteps(dismissed: boolean): Promise<void> {
    const { memberId, userId } = this.#member;
    await this.#tx.sql`
      INSERT INTO profile.member_setting (company_id, member_id, user_id, first_steps_dismissed_at)
      VALUES (${this.#tx.companyId}, ${memberId}, ${userId}, CASE WHEN ${dismissed}::boolean THEN now() END)
      ON CONFLICT (company_id, member_id) DO UPDATE SET first_steps_dismissed_at = excluded.first_steps_dismissed_at`;
  }
}
