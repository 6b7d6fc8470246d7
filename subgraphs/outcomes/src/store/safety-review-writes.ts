import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { SafetyFlagRow, SafetyReviewRow } from '../rows/safety.ts';

/** Decisions and appeals about the flags of one company. */
export class SafetyReviewWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** What is decided on, held until the transaction ends, so that of two who decide at once the second sees the first. */
  async lock(flagId: string): Promise<SafetyFlagRow | undefined> {
    const [row] = await this.#tx.sql<SafetyFlagRow>`
      SELECT id, source_kind AS source, source_id AS "sourceId", participant_id AS "participantId", author, category, severity, status,
        snippet, hash, language, observed_at AS "observedAt", raised_at AS "raisedAt"
      FROM outcomes.safety_flag WHERE company_id = ${this.#tx.companyId} AND id = ${flagId}::uuid FOR UPDATE`;
    return row;
  }

  async add(flagId: string, { act, note, actor }: Pick<SafetyReviewRow, 'act' | 'note' | 'actor'>): Promise<void> {
    await this.#tx.sql`
      INSERT INTO outcomes.safety_review (id, company_id, flag_id, act, note, actor)
      VALUES (${newId()}, ${this.#tx.companyId}, ${flagId}::uuid, ${act}, ${note}, ${actor})`;
    await this.#tx.sql`
      UPDATE outcomes.safety_flag SET status = ${act} WHERE company_id = ${this.#tx.companyId} AND id = ${flagId}::uuid`;
  }
}
