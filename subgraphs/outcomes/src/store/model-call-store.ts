import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ModelCallFilterRow, ModelCallRow, ModelCallSumRow } from '../rows/remote-model.ts';

/** The ledger: what one company had remote models do, and what it cost. */
export class ModelCallStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** The newest first. Up to `size` + 1 of them. */
  page(page: Page<readonly string[] & { length: 2 }>, filter: ModelCallFilterRow): Promise<ModelCallRow[]> {
    const [startedAt, id] = page.after ?? [null, null];
    return this.#tx.sql<ModelCallRow>`
      SELECT id, purpose, model, prompt_version AS "promptVersion", source_id AS "sourceId", outcome, input_tokens AS "inputTokens",
        output_tokens AS "outputTokens", cost_micros AS "costMicros", to_char(priced_on, 'YYYY-MM-DD') AS "pricedOn", started_at AS "startedAt"
      FROM outcomes.model_call
      WHERE company_id = ${this.#tx.companyId} AND (${filter.month}::date IS NULL OR month = ${filter.month}::date)
        AND (${filter.purpose}::text IS NULL OR purpose = ${filter.purpose}) AND (${filter.model}::text IS NULL OR model = ${filter.model})
        AND (${filter.outcome}::text IS NULL OR outcome = ${filter.outcome})
        AND (${startedAt}::timestamptz IS NULL OR (started_at, id) < (${startedAt}::timestamptz, ${id}::uuid))
      ORDER BY started_at DESC, id DESC LIMIT ${page.size + 1}`;
  }

  /** The newest line of each of these texts. */
  newestOf(sourceIds: readonly string[]): Promise<ModelCallRow[]> {
    return this.#tx.sql<ModelCallRow>`
      SELECT DISTINCT ON (source_id) id, purpose, model, prompt_version AS "promptVersion", source_id AS "sourceId", outcome,
        input_tokens AS "inputTokens", output_tokens AS "outputTokens", cost_micros AS "costMicros",
        to_char(priced_on, 'YYYY-MM-DD') AS "pricedOn", started_at AS "startedAt"
      FROM outcomes.model_call WHERE company_id = ${this.#tx.companyId} AND source_id = ANY (${sourceIds}::uuid[])
      ORDER BY source_id, started_at DESC, id DESC`;
  }

  async count(filter: ModelCallFilterRow): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM outcomes.model_call
      WHERE company_id = ${this.#tx.companyId} AND (${filter.month}::date IS NULL OR month = ${filter.month}::date)
        AND (${filter.purpose}::text IS NULL OR purpose = ${filter.purpose}) AND (${filter.model}::text IS NULL OR model = ${filter.model})
        AND (${filter.outcome}::text IS NULL OR outcome = ${filter.outcome})`;
    return row?.count ?? 0;
  }

  /** By purpose and model, the dearest first. */
  sums(filter: ModelCallFilterRow): Promise<ModelCallSumRow[]> {
    return this.#tx.sql<ModelCallSumRow>`
      SELECT purpose, model, count(*) FILTER (WHERE called)::int AS calls,
        count(*) FILTER (WHERE outcome IN ('READ', 'CACHED'))::int AS texts, coalesce(sum(input_tokens), 0)::float8 AS "inputTokens",
        coalesce(sum(output_tokens), 0)::float8 AS "outputTokens", sum(cost_micros)::float8 AS "costMicros"
      FROM outcomes.model_call
      WHERE company_id = ${this.#tx.companyId} AND (${filter.month}::date IS NULL OR month = ${filter.month}::date)
        AND (${filter.purpose}::text IS NULL OR purpose = ${filter.purpose}) AND (${filter.model}::text IS NULL OR model = ${filter.model})
        AND (${filter.outcome}::text IS NULL OR outcome = ${filter.outcome})
      GROUP BY purpose, model ORDER BY sum(cost_micros) DESC, model`;
  }
}
