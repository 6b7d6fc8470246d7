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
      SELECT id, name, upper(dimension) AS dimension, grain, to_char(month, 'YYYY-MM') AS month, to_char(period_from, 'YYYY-MM') AS from,
        to_char(period_to, 'YYYY-MM') AS to, value, absence, formula_version AS "formulaVersion", inputs, contributions, computed_at AS "computedAt"
      FROM outcomes.metric WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  list({ grain, from, to, name }: MetricFilter): Promise<MetricRow[]> {
    const start = from ? `${from}-01` : null;
    const end = to ? `${to}-01` : null;
    return this.#tx.sql<MetricRow>`
      SELECT id, name, upper(dimension) AS dimension, grain, to_char(month, 'YYYY-MM') AS month, to_char(period_from, 'YYYY-MM') AS from,
        to_char(period_to, 'YYYY-MM') AS to, value, absence, formula_version AS "formulaVersion", inputs, contributions, computed_at AS "computedAt"
      FROM outcomes.metric WHERE company_id = ${this.#tx.companyId}
        AND (${grain ?? null}::text IS NULL OR grain = ${grain ?? null}::text) AND (${name ?? null}::text IS NULL OR name = ${name ?? null}::text)
        AND (${start}::date IS NULL OR month >= ${start}::date OR month IS NULL) AND (${end}::date IS NULL OR month <= ${end}::date OR month IS NULL)
      ORDER BY grain, month, name, dimension LIMIT 2000`;
  }

  /**
   * Evidence of each metric's dimension in its period, the most certain first; the same page of every metric, in one
   * statement. Of the branches only the one that fits a metric's grain runs, and each can use an index.
   */
  evidenceOf(metricIds: readonly string[], page: Page<Key>): Promise<(EvidenceRow & OfMetric)[]> {
    const [confidence, id] = page.after ?? [null, null];
    return this.#tx.sql<EvidenceRow & OfMetric>`
      SELECT m.id AS "metricId", e.id, e.score_id AS "scoreId", e.source_kind AS source, e.source_id AS "sourceId", e.snippet, e.hash, e.span_start AS start,
        e.span_end AS end, e.language, e.confidence, e.observed_at AS "observedAt"
      FROM outcomes.metric m CROSS JOIN LATERAL (
        (SELECT * FROM outcomes.evidence WHERE m.grain = 'ALL_TIME' AND company_id = ${this.#tx.companyId} AND dimension = lower(m.dimension)
            AND (${confidence}::float8 IS NULL OR (confidence, id) < (${confidence}::float8, ${id}::uuid))
          ORDER BY confidence DESC, id DESC LIMIT ${page.size + 1})
        UNION ALL
        (SELECT * FROM outcomes.evidence WHERE month = m.month AND company_id = ${this.#tx.companyId} AND dimension = lower(m.dimension)
            AND (${confidence}::float8 IS NULL OR (confidence, id) < (${confidence}::float8, ${id}::uuid))
          ORDER BY confidence DESC, id DESC LIMIT ${page.size + 1})
        UNION ALL
        (SELECT * FROM outcomes.evidence WHERE m.grain = 'PERIOD' AND company_id = ${this.#tx.companyId} AND dimension = ANY (m.dimensions)
            AND month BETWEEN m.period_from AND m.period_to
            AND (${confidence}::float8 IS NULL OR (confidence, id) < (${confidence}::float8, ${id}::uuid))
          ORDER BY confidence DESC, id DESC LIMIT ${page.size + 1})
      ) e
      WHERE m.company_id = ${this.#tx.companyId} AND m.id = ANY (${metricIds}::uuid[])
      ORDER BY e.confidence DESC, e.id DESC`;
  }

  countEvidenceOf(metricIds: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT m.id, (SELECT count(*) FROM outcomes.evidence e WHERE e.company_id = ${this.#tx.companyId}
        AND e.dimension = ANY (coalesce(m.dimensions, ARRAY[lower(m.dimension)])) AND (m.month IS NULL OR e.month = m.month)
        AND (m.period_from IS NULL OR e.month BETWEEN m.period_from AND m.period_to)) AS count
      FROM outcomes.metric m WHERE m.company_id = ${this.#tx.companyId} AND m.id = ANY (${metricIds}::uuid[])`;
  }

  /** Sessions that each metric counted, newest first: for hours those with a volunteer, for levels those with a score. */
  sessionsOf(
    metricIds: readonly string[],
    page: Page<Key>,
  ): Promise<({ readonly id: string; readonly startedAt: Date } & OfMetric)[]> {
    const [startedAt, id] = page.after ?? [null, null];
    return this.#tx.sql<{ readonly id: string; readonly startedAt: Date } & OfMetric>`
      SELECT m.id AS "metricId", f.session_id AS id, f.started_at AS "startedAt"
      FROM outcomes.metric m CROSS JOIN LATERAL (
        SELECT s.session_id, s.started_at FROM outcomes.session_fact s
        WHERE s.company_id = ${this.#tx.companyId} AND NOT s.withdrawn AND (m.month IS NULL OR s.month = m.month)
          AND (m.name NOT IN ('VOLUNTEER_HOURS', 'VIS', 'VIS_1') OR s.volunteer_id IS NOT NULL)
          AND (m.period_from IS NULL OR s.month BETWEEN m.period_from AND m.period_to)
          AND (m.name NOT IN ('OUTCOME_LEVEL', 'SROI') OR EXISTS (SELECT 1 FROM outcomes.outcome_score o
            WHERE o.company_id = s.company_id AND o.session_id = s.session_id
              AND o.dimension = ANY (coalesce(m.dimensions, ARRAY[lower(m.dimension)]))))
          AND (${startedAt}::timestamptz IS NULL OR (s.started_at, s.session_id) < (${startedAt}::timestamptz, ${id}::uuid))
        ORDER BY s.started_at DESC, s.session_id DESC LIMIT ${page.size + 1}
      ) f
      WHERE m.company_id = ${this.#tx.companyId} AND m.id = ANY (${metricIds}::uuid[])
      ORDER BY f.started_at DESC, f.session_id DESC`;
  }

  countSessionsOf(metricIds: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT m.id, (SELECT count(*) FROM outcomes.session_fact s
        WHERE s.company_id = ${this.#tx.companyId} AND NOT s.withdrawn AND (m.month IS NULL OR s.month = m.month)
          AND (m.name NOT IN ('VOLUNTEER_HOURS', 'VIS', 'VIS_1') OR s.volunteer_id IS NOT NULL)
          AND (m.period_from IS NULL OR s.month BETWEEN m.period_from AND m.period_to)
          AND (m.name NOT IN ('OUTCOME_LEVEL', 'SROI') OR EXISTS (SELECT 1 FROM outcomes.outcome_score o
            WHERE o.company_id = s.company_id AND o.session_id = s.session_id
              AND o.dimension = ANY (coalesce(m.dimensions, ARRAY[lower(m.dimension)]))))) AS count
      FROM outcomes.metric m WHERE m.company_id = ${this.#tx.companyId} AND m.id = ANY (${metricIds}::uuid[])`;
  }
}

interface OfMetric {
  readonly metricId: string;
}
