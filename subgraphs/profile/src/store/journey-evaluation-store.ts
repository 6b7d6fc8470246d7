import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { JourneyEvaluationRow } from '../rows.ts';

/** Evaluations of everybody in one company, one for each change of rules. */
export class JourneyEvaluationStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Asks for one. Those that are not done yet would say the same a little later, so they are given up. */
  async ask(rule: string | null, revision: number | null): Promise<JourneyEvaluationRow> {
    await this.#tx.sql`
      UPDATE profile.journey_evaluation SET status = 'REPLACED', finished_at = now()
      WHERE company_id = ${this.#tx.companyId} AND status IN ('QUEUED', 'RUNNING')`;
    const [row] = await this.#tx.sql<JourneyEvaluationRow>`
      INSERT INTO profile.journey_evaluation (id, company_id, rule, revision, participants)
      SELECT ${newId()}, ${this.#tx.companyId}, ${rule}, ${revision}, count(*) FROM profile.participant WHERE company_id = ${this.#tx.companyId}
      RETURNING id, rule, revision, status, participants, done, changed, reached, asked_at AS "askedAt", finished_at AS "finishedAt"`;
    if (!row) throw new Error('an evaluation that was asked for is not there');
    return row;
  }

  async lock(id: string): Promise<JourneyEvaluationRow | undefined> {
    const [row] = await this.#tx.sql<JourneyEvaluationRow>`
      SELECT id, rule, revision, status, participants, done, changed, reached, asked_at AS "askedAt", finished_at AS "finishedAt"
      FROM profile.journey_evaluation WHERE company_id = ${this.#tx.companyId} AND id = ${id} FOR UPDATE`;
    return row;
  }

  /** The checkpoint: everybody up to `reached` is done. */
  async advance(id: string, reached: string, done: number, changed: number): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.journey_evaluation SET status = 'RUNNING', reached = ${reached}, done = done + ${done}, changed = changed + ${changed},
        participants = greatest(participants, done + ${done})
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }

  async finish(id: string, status: 'COMPLETED' | 'FAILED'): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.journey_evaluation SET status = ${status}, finished_at = now(),
        participants = CASE WHEN ${status} = 'COMPLETED' THEN done ELSE participants END
      WHERE company_id = ${this.#tx.companyId} AND id = ${id} AND status IN ('QUEUED', 'RUNNING')`;
  }

  byIds(ids: readonly string[]): Promise<JourneyEvaluationRow[]> {
    return this.#tx.sql<JourneyEvaluationRow>`
      SELECT id, rule, revision, status, participants, done, changed, reached, asked_at AS "askedAt", finished_at AS "finishedAt"
      FROM profile.journey_evaluation WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  async newest(): Promise<JourneyEvaluationRow | undefined> {
    const [row] = await this.#tx.sql<JourneyEvaluationRow>`
      SELECT id, rule, revision, status, participants, done, changed, reached, asked_at AS "askedAt", finished_at AS "finishedAt"
      FROM profile.journey_evaluation WHERE company_id = ${this.#tx.companyId} ORDER BY id DESC LIMIT 1`;
    return row;
  }
}
