import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MemberViewer } from '@teei/runtime/viewer';
import type { ViewToSave } from '../domain/dashboard-view-rules.ts';
import type { DashboardViewRow } from '../rows.ts';

/** Views as one member sees and keeps them. */
export class DashboardViewStore {
  readonly #tx: TenantTransaction;
  readonly #member: MemberViewer;

  constructor(tx: TenantTransaction, member: MemberViewer) {
    this.#tx = tx;
    this.#member = member;
  }

  /** The member's own and those that are shared with their role, by name. */
  async list(): Promise<DashboardViewRow[]> {
    return this.#tx.sql<DashboardViewRow>`
      SELECT v.id, v.member_id AS "memberId", v.name, v.tiles, v.hidden, v.period, v.programme_id AS "programmeId",
        v.shared_with AS "sharedWith", v.changed_at AS "changedAt", coalesce(s.default_view_id = v.id, false) AS "isDefault"
      FROM profile.dashboard_view v
      LEFT JOIN profile.member_setting s ON s.company_id = v.company_id AND s.member_id = ${this.#member.memberId}
      WHERE v.company_id = ${this.#tx.companyId} AND (v.member_id = ${this.#member.memberId} OR ${this.#member.role} = ANY (v.shared_with))
      ORDER BY lower(v.name), v.id LIMIT 500`;
  }

  async find(id: string): Promise<DashboardViewRow | undefined> {
    return (await this.list()).find((view) => view.id === id);
  }

  /** Changes nothing where somebody else has a view of this id. */
  async save({ id, name, tiles, hidden, period, programmeId, sharedWith }: ViewToSave): Promise<void> {
    const { memberId, userId } = this.#member;
    const changed = await this.#tx.sql<{ id: string }>`
      UPDATE profile.dashboard_view SET name = ${name.trim()}, tiles = ${tiles}::text[], hidden = ${hidden}::text[], period = ${period},
        programme_id = ${programmeId}::uuid, shared_with = ${sharedWith}::text[], changed_at = now()
      WHERE company_id = ${this.#tx.companyId} AND id = ${id} AND member_id = ${memberId} RETURNING id`;
    if (changed.length > 0) return;
    await this.#tx.sql`
      INSERT INTO profile.dashboard_view (id, company_id, member_id, user_id, name, tiles, hidden, period, programme_id, shared_with)
      VALUES (${id}, ${this.#tx.companyId}, ${memberId}, ${userId}, ${name.trim()}, ${tiles}::text[], ${hidden}::text[], ${period},
        ${programmeId}::uuid, ${sharedWith}::text[])
      ON CONFLICT (company_id, id) DO NOTHING`;
  }

  /** Whether it was there, and the member's own. */
  async delete(id: string): Promise<boolean> {
    const rows = await this.#tx.sql<{ id: string }>`
      DELETE FROM profile.dashboard_view
      WHERE company_id = ${this.#tx.companyId} AND id = ${id} AND member_id = ${this.#member.memberId} RETURNING id`;
    return rows.length > 0;
  }

  async chooseDefault(id: string | null): Promise<void> {
    const { memberId, userId } = this.#member;
    await this.#tx.sql`
      INSERT INTO profile.member_setting (company_id, member_id, user_id, default_view_id)
      VALUES (${this.#tx.companyId}, ${memberId}, ${userId}, ${id}::uuid)
      ON CONFLICT (company_id, member_id) DO UPDATE SET default_view_id = excluded.default_view_id`;
  }
}
