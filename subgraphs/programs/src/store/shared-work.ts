import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

/**
 * Work that came twice: as a session, and as an activity under the session's id by the same volunteer. Where it came as both,
 * the activity says so and the session counts.
 */
export class SharedWork {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Says of these activities whether their sessions are here; resolves to those of which it was not said before. */
  async note(activityIds: readonly string[]): Promise<string[]> {
    const moved = await this.#tx.sql<{ id: string }>`
      UPDATE programs.volunteer_activity a SET in_session = NOT a.in_session
      WHERE a.company_id = ${this.#tx.companyId} AND a.id = ANY (${activityIds}::uuid[]) AND a.in_session <> EXISTS (
        SELECT FROM programs.session s
        LEFT JOIN programs.person_alias of_session ON of_session.company_id = s.company_id AND of_session.person_id = s.volunteer_id
        LEFT JOIN programs.person_alias of_activity ON of_activity.company_id = a.company_id AND of_activity.person_id = a.volunteer_id
        WHERE s.company_id = a.company_id AND s.source_system = 'kintell' AND s.source_id = a.source_id
          AND coalesce(of_session.kept_id, s.volunteer_id) = coalesce(of_activity.kept_id, a.volunteer_id))
      RETURNING a.id`;
    return moved.map(({ id }) => id);
  }

  /** The activities under these source ids. */
  async under(sourceIds: readonly string[]): Promise<string[]> {
    const found = await this.#tx.sql<{ id: string }>`
      SELECT id FROM programs.volunteer_activity
      WHERE company_id = ${this.#tx.companyId} AND source_id = ANY (${sourceIds}::text[])`;
    return found.map(({ id }) => id);
  }
}
