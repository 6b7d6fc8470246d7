import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { CountedMetricName, MetricRow } from '../rows/metric.ts';

export interface TrendFilter {
  readonly name: CountedMetricName;
  readonly dimension: string | null;
  readonly grain: 'WEEK' | 'MONTH' | 'QUARTER';
  readonly programmeId: string | null;
  /** yyyy-mm, inclusive. */
  readonly from: string | null;
  readonly to: string | null;
}

/** The metrics of one name that touch these months, oldest first. */
export function trendMetrics(tx: TenantTransaction, filter: TrendFilter): Promise<MetricRow[]> {
  const { name, dimension, grain, programmeId, from, to } = filter;
  const [start, end] = [from && `${from}-01`, to && `${to}-01`];
  return tx.sql<MetricRow>`
    SELECT id, name, upper(dimension) AS dimension, grain, to_char(month, 'YYYY-MM') AS month, NULL AS from, NULL AS to,
      to_char(coalesce(first_day, month), 'YYYY-MM-DD') AS "firstDay",
      to_char(coalesce(last_day, month + interval '1 month - 1 day'), 'YYYY-MM-DD') AS "lastDay", programme_id AS "programmeId",
      value, absence, formula_version AS "formulaVersion", inputs, contributions, computed_at AS "computedAt"
    FROM outcomes.metric WHERE company_id = ${tx.companyId} AND name = ${name} AND grain = ${grain}
      AND dimension IS NOT DISTINCT FROM lower(${dimension}::text) AND programme_id IS NOT DISTINCT FROM ${programmeId}::uuid
      AND (${start}::date IS NULL OR coalesce(last_day, month) >= ${start}::date)
      AND (${end}::date IS NULL OR coalesce(first_day, month) < ${end}::date + interval '1 month')
    ORDER BY coalesce(first_day, month)`;
}
