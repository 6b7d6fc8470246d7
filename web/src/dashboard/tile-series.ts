import type { MetricName, OutcomeDimension, TileMetricFragment } from '../generated/graphql.ts';

/** What one tile shows: a number, and the same number period by period. */
export interface TileSeries {
  readonly name: MetricName;
  readonly dimension: OutcomeDimension | null;
  /** The period that the number is of; null for all time, or the metric's own period. */
  readonly at: string | null;
  /** Null when the metric does not exist at all. */
  readonly shown: TileNumber | null;
  /** Oldest first. A period without a metric may be absent; one whose metric has no value says why in `absence`. */
  readonly points: readonly TilePoint[];
}

export interface TileNumber {
  readonly value: number | null;
  readonly absence: string | null;
  /** The way to its ground; null where there is nothing to count. */
  readonly metric: TileMetricFragment | null;
}

export interface TilePoint extends TileNumber {
  readonly period: string;
}

export const dimensions = [
  'CONFIDENCE',
  'BELONGING',
  'LANG_LEVEL_PROXY',
  'JOB_READINESS',
] as const satisfies OutcomeDimension[];

export const countNames = ['PARTICIPANTS', 'SESSIONS', 'VOLUNTEER_HOURS'] as const satisfies MetricName[];

/** Over all time, with the months beside it. */
export function tileSeries(
  metrics: readonly TileMetricFragment[],
  name: MetricName,
  dimension: OutcomeDimension | null = null,
): TileSeries {
  const own = metrics.filter((metric) => metric.name === name && metric.dimension === dimension);
  const total = own.find(({ grain }) => grain !== 'MONTH');
  return {
    name,
    dimension,
    at: null,
    shown: total === undefined ? null : numberOf(total),
    points: own
      .flatMap((metric) =>
        metric.grain === 'MONTH' && metric.month !== null ? [{ period: metric.month, ...numberOf(metric) }] : [],
      )
      .sort((one, other) => one.period.localeCompare(other.period)),
  };
}

/** Of one period, with those before it. */
export function periodSeries(
  { name, dimension }: Pick<TileSeries, 'name' | 'dimension'>,
  points: readonly TilePoint[],
  at: string,
): TileSeries {
  // A metric that a subscription changes is newer than the answer in which it came.
  const numbers = points.map(({ period, value, absence, metric }) =>
    metric === null ? { period, value, absence, metric } : { period, ...numberOf(metric) },
  );
  const nothing = { value: dimension === null ? 0 : null, absence: null, metric: null };
  return { name, dimension, at, shown: numbers.find(({ period }) => period === at) ?? nothing, points: numbers };
}

function numberOf(metric: TileMetricFragment): TileNumber {
  return { value: metric.value, absence: metric.absence, metric };
}

/** The period's value; null when there is none to show. */
export function valueIn(series: TileSeries, period: string): number | null {
  return series.points.find((point) => point.period === period)?.value ?? null;
}

/** The chosen period, or the newest that there is. */
export function lastPeriod(series: readonly TileSeries[]): string | null {
  const chosen = series.find(({ at }) => at !== null)?.at;
  if (chosen != null) return chosen;
  const periods = series.flatMap((one) => one.points.map(({ period }) => period));
  return periods.sort().at(-1) ?? null;
}
