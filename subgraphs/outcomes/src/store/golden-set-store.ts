import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { GoldenLabelRow } from '../rows/score-review.ts';

/**
 * A company's golden set: scores on whose label its reviewers settled, with more voices for it than for any other. Read from the
 * reviews, so a review flows in as it is made; the words are those of the evidence for as long as that is kept, and are copied nowhere.
 */
export class GoldenSetStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** The newest first. Up to `size` + 1 of them. */
  page(page: Page<readonly string[] & { length: 2 }>): Promise<GoldenLabelRow[]> {
    const [decidedAt, id] = page.after ?? [null, null];
    return this.#tx.sql<GoldenLabelRow>`
      SELECT g.score_id AS id, upper(r.dimension) AS dimension, g.label, upper(r.scored) AS scored, r.confidence,
        r.model_version AS "modelVersion", r.language, g.reviewers, g.decided_at AS "decidedAt", e.snippet
      FROM outcomes.golden_label(${this.#tx.companyId}) g
      CROSS JOIN LATERAL (SELECT * FROM outcomes.score_review r WHERE r.company_id = ${this.#tx.companyId} AND r.score_id = g.score_id LIMIT 1) r
      LEFT JOIN outcomes.evidence e ON e.company_id = ${this.#tx.companyId} AND e.score_id = g.score_id
      WHERE ${decidedAt}::timestamptz IS NULL OR (g.decided_at, g.score_id) < (${decidedAt}::timestamptz, ${id}::uuid)
      ORDER BY g.decided_at DESC, g.score_id DESC LIMIT ${page.size + 1}`;
  }

  /** The newest of them, for evaluating a model. */
  toJudge(): Promise<GoldenLabelRow[]> {
    return this.page({ size: MOST_JUDGED, after: undefined });
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{
      count: number;
    }>`SELECT count(*) FROM outcomes.golden_label(${this.#tx.companyId})`;
    return row?.count ?? 0;
  }
}

/** Enough for an interval of a point; the cut bounds what one evaluation costs. */
const MOST_JUDGED = 5000;
