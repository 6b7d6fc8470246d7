import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { EvidenceRow, MetricRow } from '../rows.ts';

export interface MetricFilter {
  readonly grain?: string | null | undefined;
  /** yyyy-mm, inclusive. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly name?: string | null | undefined;
}

type Key = readonly string[] & { length: 2 };

/** Metrics of one company and what stands behind them. */
export class MetricStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<MetricRow[]> {
    return this.#tx.sql<MetricRow>`
      SELECT id, name, upper(dimension) AS dimension, grain, to_char(month, 'YYYY-MM') AS month, value, absence,
        formula_version AS "formulaVersion", inputs, computed_at AS "computedAt"
      FROM outcomes.metric WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  list({ grain, from, to, name }: MetricFilter): Promise<MetricRow[]> {
    const start = from ? `${from}-01` : null;
    const end = to ? `${to}-01` : null;
    return this.#tx.sql<MetricRow>`
      SELECT id, name, upper(dimension) AS dimension, grain, to_char(month, 'YYYY-MM') AS month, value, absence,
        formula_version AS "formulaVersion", inputs, computed_at AS "computedAt"
      FROM outcomes.metric WHERE company_id = ${this.#tx.companyId}
        AND (${grain ?? null}::text IS NULL OR grain = ${grain ?? null}::text) AND (${name ?? null}::text IS NULL OR name = ${name ?? null}::text)
        AND (${start}::date IS NULL OR month >= ${start}::date OR month IS NULL) AND (${end}::date IS NULL OR month <= ${end}::date OR month IS NULL)
      ORDER BY grain, month, name, dimension LIMIT 2000`;
  }

  /** Evidence of the metric's dimension in its period, the most certain first. */
  evidence(metric: MetricRow, page: Page<Key>): Promise<EvidenceRow[]> {
    const [confidence, id] = page.after ?? [null, null];
    const month = metric.month === null ? null : `${metric.month}-01`;
    return this.#tx.sql<EvidenceRow>`
      SELECT id, score_id AS "scoreId", session_id AS "sessionId", snippet, hash, span_start AS start, span_end AS end, language,
        confidence, observed_at AS "observedAt"
      FROM outcomes.evidence WHERE company_id = ${this.#tx.companyId} AND dimension = lower(${metric.dimension}::text)
        AND (${month}::date IS NULL OR month = ${month}::date)
        AND (${confidence}::float8 IS NULL OR (confidence, id) < (${confidence}::float8, ${id}::uuid))
      ORDER BY confidence DESC, id DESC LIMIT ${page.size + 1}`;
  }

  async countEvidence(metric: MetricRow): Promise<number> {
    const month = metric.month === null ? null : `${metric.month}-01`;
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM outcomes.evidence WHERE company_id = ${this.#tx.companyId} AND dimension = lower(${metric.dimension}::text)
        AND (${month}::date IS NULL OR month = ${month}::date)`;
    return row?.count ?? 0;
  }

  /** Sessions that were counted, newest first: for hours those with a volunteer, for levels those with a score. */
  sessions(metric: MetricRow, page: Page<Key>): Promise<{ id: string; startedAt: Date }[]> {
    const [startedAt, id] = page.after ?? [null, null];
    const month = metric.month === null ? null : `${metric.month}-01`;
    return this.#tx.sql<{ id: string; startedAt: Date }>`
      SELECT f.session_id AS id, f.started_at AS "startedAt" FROM outcomes.session_fact f
      WHERE f.company_id = ${this.#tx.companyId} AND NOT f.withdrawn AND (${month}::date IS NULL OR f.month = ${month}::date)
        AND (${metric.name} <> 'VOLUNTEER_HOURS' OR f.volunteer_id IS NOT NULL)
        AND (${metric.name} <> 'OUTCOME_LEVEL' OR EXISTS (SELECT 1 FROM outcomes.outcome_score s
          WHERE s.company_id = f.company_id AND s.session_id = f.session_id AND s.dimension = lower(${metric.dimension}::text)))
        AND (${startedAt}::timestamptz IS NULL OR (f.started_at, f.session_id) < (${startedAt}::timestamptz, ${id}::uuid))
      ORDER BY f.started_at DESC, f.session_id DESC LIMIT ${page.size + 1}`;
  }

  async countSessions(metric: MetricRow): Promise<number> {
    const month = metric.month === null ? null : `${metric.month}-01`;
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM outcomes.session_fact f
      WHERE f.company_id = ${this.#tx.companyId} AND NOT f.withdrawn AND (${month}::date IS NULL OR f.month = ${month}::date)
        AND (${metric.name} <> 'VOLUNTEER_HOURS' OR f.volunteer_id IS NOT NULL)
        AND (${metric.name} <> 'OUTCOME_LEVEL' OR EXISTS (SELECT 1 FROM outcomes.outcome_score s
          WHERE s.company_id = f.company_id AND s.session_id = f.session_id AND s.dimension = lower(${metric.dimension}::text)))`;
    return row?.count ?? 0;
  }
}
