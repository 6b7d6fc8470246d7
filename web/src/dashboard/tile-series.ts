import type { MetricName, OutcomeDimension, TileMetricFragment } from '../generated/graphql.ts';

/** What one tile shows: the number over all time or its own period, and the same number by month. */
export interface TileSeries {
  readonly name: MetricName;
  readonly dimension: OutcomeDimension | null;
  readonly allTime: TileMetricFragment | null;
  /** Oldest first. A month without a metric is absent; a month whose metric has no value says why in `absence`. */
  readonly months: readonly TileMetricFragment[];
}

export const dimensions = [
  'CONFIDENCE',
  'BELONGING',
  'LANG_LEVEL_PROXY',
  'JOB_READINESS',
] as const satisfies OutcomeDimension[];

export const countNames = ['PARTICIPANTS', 'SESSIONS', 'VOLUNTEER_HOURS'] as const satisfies MetricName[];

export function tileSeries(
  metrics: readonly TileMetricFragment[],
  name: MetricName,
  dimension: OutcomeDimension | null = null,
): TileSeries {
  const own = metrics.filter((metric) => metric.name === name && metric.dimension === dimension);
  return {
    name,
    dimension,
    allTime: own.find(({ grain }) => grain !== 'MONTH') ?? null,
    months: own
      .filter(({ grain, month }) => grain === 'MONTH' && month !== null)
      .sort((one, other) => (one.month ?? '').localeCompare(other.month ?? '')),
  };
}

/** The month's value; null when there is none to show. */
export function valueIn(series: TileSeries, month: string): number | null {
  return series.months.find((metric) => metric.month === month)?.value ?? null;
}

export function latestMonth(series: readonly TileSeries[]): string | null {
  const months = series.flatMap((one) => one.months.map(({ month }) => month ?? ''));
  return months.sort().at(-1) ?? null;
}
