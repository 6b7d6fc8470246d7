import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { FollowUpRow, FollowUpState } from '../rows.ts';

/** Follow-ups of one company. */
export class FollowUpStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  page(page: PageById, state: FollowUpState | null): Promise<FollowUpRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<FollowUpRow>`
      SELECT id, participant_id AS "participantId", rule, revision, reason, since, facts, state, opened_at AS "openedAt", closed_at AS "closedAt"
      FROM profile.follow_up
      WHERE company_id = ${this.#tx.companyId} AND (${state}::text IS NULL OR state = ${state}) AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(state: FollowUpState | null): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM profile.follow_up WHERE company_id = ${this.#tx.companyId} AND (${state}::text IS NULL OR state = ${state})`;
    return row?.count ?? 0;
  }

  ofParticipants(ids: readonly string[]): Promise<FollowUpRow[]> {
    return this.#tx.sql<FollowUpRow>`
      SELECT u.id, u.participant_id AS "participantId", u.rule, u.revision, u.reason, u.since, u.facts, u.state,
        u.opened_at AS "openedAt", u.closed_at AS "closedAt"
      FROM unnest(${ids}::uuid[]) AS n (id)
      JOIN profile.follow_up u ON u.company_id = ${this.#tx.companyId} AND u.participant_id = n.id AND u.state = 'OPEN' ORDER BY u.id`;
  }

  /** Closes an open one; another is answered as it is. Undefined when there is none. */
  async close(id: string, closedBy: string): Promise<FollowUpRow | undefined> {
    await this.#tx.sql`
      UPDATE profile.follow_up SET state = 'CLOSED', closed_at = now(), closed_by = ${closedBy}
      WHERE company_id = ${this.#tx.companyId} AND id = ${id} AND state = 'OPEN'`;
    const [row] = await this.#tx.sql<FollowUpRow>`
      SELECT id, participant_id AS "participantId", rule, revision, reason, since, facts, state, opened_at AS "openedAt", closed_at AS "closedAt"
      FROM profile.follow_up WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
    return row;
  }
}
