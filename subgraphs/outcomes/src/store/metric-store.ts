import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MetricRow, MetricValueRow, RestatementRow } from '../rows/metric.ts';
import type { EvidenceRow } from '../rows/score.ts';

export interface MetricFilter {
  readonly grain?: string | null | undefined;
  /** yyyy-mm, inclusive. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly name?: string | null | undefined;
}

type Key = readonly string[] & { length: 2 };

/** Weeks and quarters are many, and whoever asked before there were any means months. */
const listedGrains = ['MONTH', 'ALL_TIME', 'PERIOD'];

/** Metrics of one company and what stands behind them. */
export class MetricStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<MetricRow[]> {
    return this.#tx.sql<MetricRow>`
      SELECT id, name, upper(dimension) AS dimension, grain, to_char(month, 'YYYY-MM') AS month, to_char(period_from, 'YYYY-MM') AS from,
        to_char(period_to, 'YYYY-MM') AS to, to_char(coalesce(first_day, month, period_from), 'YYYY-MM-DD') AS "firstDay",
        to_char(coalesce(last_day, coalesce(month, period_to) + interval '1 month - 1 day'), 'YYYY-MM-DD') AS "lastDay",
        programme_id AS "programmeId", value, absence, formula_version AS "formulaVersion", inputs, contributions, computed_at AS "computedAt"
      FROM outcomes.metric WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  list({ grain, from, to, name }: MetricFilter): Promise<MetricRow[]> {
    const start = from ? `${from}-01` : null;
    const end = to ? `${to}-01` : null;
    return this.#tx.sql<MetricRow>`
      SELECT id, name, upper(dimension) AS dimension, grain, to_char(month, 'YYYY-MM') AS month, to_char(period_from, 'YYYY-MM') AS from,
        to_char(period_to, 'YYYY-MM') AS to, to_char(coalesce(first_day, month, period_from), 'YYYY-MM-DD') AS "firstDay",
        to_char(coalesce(last_day, coalesce(month, period_to) + interval '1 month - 1 day'), 'YYYY-MM-DD') AS "lastDay",
        programme_id AS "programmeId", value, absence, formula_version AS "formulaVersion", inputs, contributions, computed_at AS "computedAt"
      FROM outcomes.metric WHERE company_id = ${this.#tx.companyId}
        AND programme_id IS NULL AND grain = ANY (${grain ? [grain] : listedGrains}::text[]) AND (${name ?? null}::text IS NULL OR name = ${name ?? null}::text)
        AND (${start}::date IS NULL OR coalesce(month, last_day, ${start}::date) >= ${start}::date)
        AND (${end}::date IS NULL OR coalesce(month, first_day, ${end}::date) < ${end}::date + interval '1 month')
      ORDER BY grain, month, first_day, name, dimension LIMIT 2000`;
  }

  /** The newest change of each metric that was made after its period. What a group was that is now too small is not told either. */
  restatementsOf(metricIds: readonly string[]): Promise<RestatementRow[]> {
    return this.#tx.sql<RestatementRow>`
      SELECT m.id AS "metricId", l.computed_at AS "restatedAt", l.previous_at AS "previousComputedAt",
        CASE WHEN m.absence IS NULL OR m.absence = 'NO_EVIDENCE' THEN l.previous END AS "previousValue"
      FROM outcomes.metric m CROSS JOIN LATERAL (
        SELECT * FROM (
          SELECT h.computed_at, h.value, lag(h.value) OVER before AS previous, lag(h.computed_at) OVER before AS previous_at
          FROM outcomes.metric_lineage h WHERE h.company_id = ${this.#tx.companyId} AND h.metric_id = m.id WINDOW before AS (ORDER BY h.computed_at)
        ) AS line
        WHERE previous_at IS NOT NULL AND value IS DISTINCT FROM previous AND (computed_at AT TIME ZONE 'UTC')::date >
          coalesce(m.last_day, (coalesce(m.month, m.period_to) + interval '1 month - 1 day')::date)
        ORDER BY computed_at DESC LIMIT 1
      ) l
      WHERE m.company_id = ${this.#tx.companyId} AND m.id = ANY (${metricIds}::uuid[])`;
  }

  /** What each metric was, the newest 50 values, newest first. */
  historyOf(metricIds: readonly string[]): Promise<MetricValueRow[]> {
    return this.#tx.sql<MetricValueRow>`
      SELECT m.id AS "metricId", l.computed_at AS "computedAt", l.formula_version AS "formulaVersion",
        CASE WHEN m.absence IS NULL OR m.absence = 'NO_EVIDENCE' THEN l.value END AS value,
        CASE WHEN m.absence IS NULL OR m.absence = 'NO_EVIDENCE' THEN l.inputs ELSE '[]' END AS inputs
      FROM outcomes.metric m CROSS JOIN LATERAL (
        SELECT * FROM outcomes.metric_lineage h WHERE h.company_id = ${this.#tx.companyId} AND h.metric_id = m.id
        ORDER BY h.computed_at DESC LIMIT 50) l
      WHERE m.company_id = ${this.#tx.companyId} AND m.id = ANY (${metricIds}::uuid[])
      ORDER BY l.computed_at DESC`;
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
        (SELECT * FROM outcomes.evidence WHERE m.grain = 'ALL_TIME' AND m.programme_id IS NULL AND company_id = ${this.#tx.companyId} AND dimension = lower(m.dimension)
            AND (${confidence}::float8 IS NULL OR (confidence, id) < (${confidence}::float8, ${id}::uuid))
          ORDER BY confidence DESC, id DESC LIMIT ${page.size + 1})
        UNION ALL
        (SELECT * FROM outcomes.evidence WHERE month = m.month AND m.programme_id IS NULL AND company_id = ${this.#tx.companyId} AND dimension = lower(m.dimension)
            AND (${confidence}::float8 IS NULL OR (confidence, id) < (${confidence}::float8, ${id}::uuid))
          ORDER BY confidence DESC, id DESC LIMIT ${page.size + 1})
        UNION ALL
        (SELECT * FROM outcomes.evidence WHERE m.grain = 'PERIOD' AND company_id = ${this.#tx.companyId} AND dimension = ANY (m.dimensions)
            AND month BETWEEN m.period_from AND m.period_to
            AND (${confidence}::float8 IS NULL OR (confidence, id) < (${confidence}::float8, ${id}::uuid))
          ORDER BY confidence DESC, id DESC LIMIT ${page.size + 1})
        UNION ALL
        (SELECT * FROM outcomes.evidence WHERE (m.grain IN ('WEEK', 'QUARTER') OR m.programme_id IS NOT NULL) AND company_id = ${this.#tx.companyId}
            AND dimension = lower(m.dimension) AND (m.month IS NULL OR month = m.month)
            AND (m.first_day IS NULL OR (observed_at AT TIME ZONE 'UTC')::date BETWEEN m.first_day AND m.last_day)
            AND (m.programme_id IS NULL OR session_id IN (SELECT f.session_id FROM outcomes.session_fact f
              WHERE f.company_id = ${this.#tx.companyId} AND f.programme_id = m.programme_id AND NOT f.withdrawn))
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
        AND (m.period_from IS NULL OR e.month BETWEEN m.period_from AND m.period_to)
        AND (m.first_day IS NULL OR (e.observed_at AT TIME ZONE 'UTC')::date BETWEEN m.first_day AND m.last_day)
        AND (m.programme_id IS NULL OR e.session_id IN (SELECT f.session_id FROM outcomes.session_fact f
          WHERE f.company_id = ${this.#tx.companyId} AND f.programme_id = m.programme_id AND NOT f.withdrawn))) AS count
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
          AND (m.first_day IS NULL OR (s.started_at AT TIME ZONE 'UTC')::date BETWEEN m.first_day AND m.last_day)
          AND (m.programme_id IS NULL OR s.programme_id = m.programme_id)
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
          AND (m.first_day IS NULL OR (s.started_at AT TIME ZONE 'UTC')::date BETWEEN m.first_day AND m.last_day)
          AND (m.programme_id IS NULL OR s.programme_id = m.programme_id)
          AND (m.name NOT IN ('OUTCOME_LEVEL', 'SROI') OR EXISTS (SELECT 1 FROM outcomes.outcome_score o
            WHERE o.company_id = s.company_id AND o.session_id = s.session_id
              AND o.dimension = ANY (coalesce(m.dimensions, ARRAY[lower(m.dimension)]))))) AS count
      FROM outcomes.metric m WHERE m.company_id = ${this.#tx.companyId} AND m.id = ANY (${metricIds}::uuid[])`;
  }
}

interface OfMetric {
  readonly metricId: string;
}
