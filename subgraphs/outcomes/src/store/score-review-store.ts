import type { Page } from '@teei/runtime/connection';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MeasuredReview } from '../domain/review/review-measures.ts';
import type { ScoreReviewRow, ScoreToReviewRow } from '../rows/score-review.ts';

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

  /** What waits for this person, each kind in its places. */
  page(actor: string, page: Page<readonly string[] & { length: 2 }>): Promise<ScoreToReviewRow[]> {
    const [place, id] = page.after ?? [null, null];
    return this.#tx.sql<ScoreToReviewRow>`
      SELECT id, reason, place FROM outcomes.score_review_queue(${this.#tx.companyId}, ${actor})
      WHERE ${place}::float8 IS NULL OR (place, id) > (${place}::float8, ${id}::uuid)
      ORDER BY place, id LIMIT ${page.size + 1}`;
  }

  async count(actor: string): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM outcomes.score_review_queue(${this.#tx.companyId}, ${actor})`;
    return row?.count ?? 0;
  }

  /** False where the person has reviewed the score before, or there is no such score. */
  async add({ scoreId, label, actor, seconds }: NewReview): Promise<boolean> {
    const rows = await this.#tx.sql`
      INSERT INTO outcomes.score_review (id, company_id, score_id, source_kind, source_id, dimension, scored, confidence, model_version,
        hash, label, actor, language, seconds, reason)
      SELECT ${newId()}, s.company_id, s.id, s.source_kind, s.source_id, s.dimension, s.direction, s.confidence, s.model_version, e.hash,
        ${label}, ${actor}, e.language, ${seconds}::float8,
        coalesce((SELECT q.reason FROM outcomes.score_review_queue(s.company_id, ${actor}) q WHERE q.id = s.id), 'SECOND_REVIEW')
      FROM outcomes.outcome_score s JOIN outcomes.evidence e ON e.company_id = s.company_id AND e.score_id = s.id
      WHERE s.company_id = ${this.#tx.companyId} AND s.id = ${scoreId}::uuid
      ON CONFLICT DO NOTHING RETURNING id`;
    return rows.length > 0;
  }

  /** Reviews since then, with everything that was ever said of the same scores. */
  measured(since: Date): Promise<MeasuredReview[]> {
    return this.#tx.sql<MeasuredReview>`
      SELECT score_id AS "scoreId", actor, label, upper(scored) AS scored, seconds, reviewed_at AS "reviewedAt"
      FROM outcomes.score_review WHERE company_id = ${this.#tx.companyId} AND score_id IN (
        SELECT score_id FROM outcomes.score_review WHERE company_id = ${this.#tx.companyId} AND reviewed_at >= ${since})
      ORDER BY reviewed_at, id`;
  }
}

interface NewReview {
  readonly scoreId: string;
  readonly label: ScoreReviewRow['label'];
  readonly actor: string;
  readonly seconds: number | null;
}
