import type { Page } from '@teei/runtime/connection';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ScoreReviewRow, ScoreToReviewRow } from '../rows.ts';

/** What people say of the scores of one company, and which scores wait for it. */
export class ScoreReviewStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  ofScores(scoreIds: readonly string[]): Promise<ScoreReviewRow[]> {
    return this.#tx.sql<ScoreReviewRow>`
      SELECT id, score_id AS "scoreId", label, upper(scored) AS scored, reviewed_at AS "reviewedAt" FROM outcomes.score_review
      WHERE company_id = ${this.#tx.companyId} AND score_id = ANY (${scoreIds}::uuid[]) ORDER BY reviewed_at, id`;
  }

  /**
   * Scores without a review. The id's hash draws the lot, so a score is drawn or not for good; a drawn one has its hash for a place
   * in the queue, any other how near its confidence or its level is to the middle.
   */
  page(page: Page<readonly string[] & { length: 2 }>): Promise<ScoreToReviewRow[]> {
    const [priority, id] = page.after ?? [null, null];
    return this.#tx.sql<ScoreToReviewRow>`
      SELECT id, reason, priority FROM (
        SELECT id, CASE WHEN drawn THEN 'RANDOM' ELSE 'UNCERTAIN' END AS reason, CASE WHEN drawn THEN lot
          ELSE greatest(1 - abs(2 * confidence - 1), CASE direction WHEN 'mixed' THEN 0 ELSE 1 - abs(2 * level - 1) END) END AS priority
        FROM outcomes.outcome_score s
        CROSS JOIN LATERAL (SELECT abs(hashtextextended(s.id::text, 7) % 1000000) / 1000000.0::float8 AS lot) l
        CROSS JOIN LATERAL (SELECT abs(hashtextextended(s.id::text, 11) % 10) = 0 AS drawn) d
        WHERE s.company_id = ${this.#tx.companyId} AND NOT EXISTS (
          SELECT FROM outcomes.score_review r WHERE r.company_id = s.company_id AND r.score_id = s.id)) q
      WHERE ${priority}::float8 IS NULL OR (priority, id) < (${priority}::float8, ${id}::uuid)
      ORDER BY priority DESC, id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM outcomes.outcome_score s WHERE s.company_id = ${this.#tx.companyId} AND NOT EXISTS (
        SELECT FROM outcomes.score_review r WHERE r.company_id = s.company_id AND r.score_id = s.id)`;
    return row?.count ?? 0;
  }

  /** False where the person has reviewed the score before, or there is no such score. */
  async add(scoreId: string, label: ScoreReviewRow['label'], actor: string): Promise<boolean> {
    const rows = await this.#tx.sql`
      INSERT INTO outcomes.score_review (id, company_id, score_id, source_kind, source_id, dimension, scored, confidence, model_version,
        hash, label, actor)
      SELECT ${newId()}, s.company_id, s.id, s.source_kind, s.source_id, s.dimension, s.direction, s.confidence, s.model_version, e.hash,
        ${label}, ${actor}
      FROM outcomes.outcome_score s JOIN outcomes.evidence e ON e.company_id = s.company_id AND e.score_id = s.id
      WHERE s.company_id = ${this.#tx.companyId} AND s.id = ${scoreId}::uuid
      ON CONFLICT DO NOTHING RETURNING id`;
    return rows.length > 0;
  }
}
