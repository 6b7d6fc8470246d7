import { useMemo } from 'react';
import type { DashboardPeriodQuery, TileMetricFragment } from '../generated/graphql.ts';
import { useDashboardPeriodQuery, useDashboardQuery } from '../generated/hooks.ts';
import { type DashboardSearch, isGrain } from './dashboard-search.ts';
import { firstDayOf, type Grain, grainOf, lastMonthOf, periodAfter, periodOf } from './period.ts';
import { countNames, dimensions, lastPeriod, periodSeries, type TileSeries, tileSeries } from './tile-series.ts';

/** The numbers of what the dashboard is narrowed to, the address's two queries as one. */
export function useDashboardNumbers({ period, programme }: DashboardSearch) {
  const whole = useDashboardQuery();
  const metrics = whole.data?.metrics ?? none;
  const newestMonth = useMemo(() => lastPeriod([monthsOf(metrics)]), [metrics]);
  const span = useMemo(() => spanOf(period, newestMonth), [period, newestMonth]);
  const part = useDashboardPeriodQuery({
    variables: { programmeId: programme, ...(span ?? { grain: 'MONTH', from: '2000-01', to: '2000-01' }) },
    skip: span === null,
    fetchPolicy: 'cache-and-network',
  });
  const tiles = useMemo(
    () => (span === null || period === null ? ofAllTime(metrics) : ofPeriod(metrics, part.data, period)),
    [metrics, part.data, period, span],
  );
  const known = useMemo(
    () => new Set([...metrics.map(({ id }) => id), ...(tiles ? idsOf([...tiles.counts, ...tiles.outcomes]) : [])]),
    [metrics, tiles],
  );
  const refetch = () => {
    void whole.refetch();
    if (span !== null) void part.refetch();
  };
  return {
    viewer: whole.data?.viewer ?? null,
    isForbiddenBy: whole.data?.metrics === null ? whole.error : undefined,
    error: whole.error ?? part.error,
    loading: whole.loading || (part.loading && part.data === undefined),
    // The social return has a line as soon as there is an account; without a session nothing is in it.
    isEmpty: !metrics.some(({ name }) => name !== 'SROI' && !name.startsWith('VIS')),
    oldestMonth: monthsOf(metrics).points[0]?.period ?? null,
    newestMonth,
    tiles,
    known,
    refetch,
  };
}

const none: readonly TileMetricFragment[] = [];

export interface DashboardTiles {
  /** The chosen period; null over all time. */
  readonly at: string | null;
  readonly counts: readonly TileSeries[];
  readonly outcomes: readonly TileSeries[];
  readonly socialReturn: TileSeries;
  readonly volunteerImpact: TileSeries;
}

/** Sessions are what every other number comes from: their months are those there is anything of. */
function monthsOf(metrics: readonly TileMetricFragment[]): TileSeries {
  return tileSeries(metrics, 'SESSIONS');
}

/** Thirteen periods, so that the twelfth has one to be compared with; the newest of a grain is sought about the newest month. */
function spanOf(period: DashboardSearch['period'], newestMonth: string | null) {
  if (period === null || newestMonth === null) return null;
  const grain = isGrain(period) ? period : grainOf(period);
  const newest = periodAfter(newestMonth, 1);
  const last = isGrain(period) ? periodOf(firstDayOf(newest), grain) : period;
  const from = firstDayOf(periodAfter(last, isGrain(period) ? -17 : -12));
  return { grain, from: periodOf(from, 'MONTH'), to: isGrain(period) ? newest : lastMonthOf(last) };
}

function ofAllTime(metrics: readonly TileMetricFragment[]): DashboardTiles {
  return {
    at: null,
    counts: countNames.map((name) => tileSeries(metrics, name)),
    outcomes: dimensions.map((dimension) => tileSeries(metrics, 'OUTCOME_LEVEL', dimension)),
    ...withoutPeriods(metrics),
  };
}

/** Null while the numbers of the period are on their way. */
function ofPeriod(
  metrics: readonly TileMetricFragment[],
  data: DashboardPeriodQuery | undefined,
  period: string | Grain,
): DashboardTiles | null {
  if (data === undefined) return null;
  const counts = [data.participants, data.sessions, data.volunteerHours].map(pointsOf);
  const levels = [data.confidence, data.belonging, data.language, data.jobReadiness].map(pointsOf);
  const at = isGrain(period) ? newestOf([...counts, ...levels], period) : period;
  return {
    at,
    counts: countNames.map((name, place) => periodSeries({ name, dimension: null }, counts[place] ?? [], at)),
    outcomes: dimensions.map((dimension, place) =>
      periodSeries({ name: 'OUTCOME_LEVEL', dimension }, levels[place] ?? [], at),
    ),
    ...withoutPeriods(metrics),
  };
}

function withoutPeriods(metrics: readonly TileMetricFragment[]) {
  return { socialReturn: tileSeries(metrics, 'SROI'), volunteerImpact: tileSeries(metrics, 'VIS') };
}

function pointsOf(trend: DashboardPeriodQuery['sessions']) {
  return trend?.points ?? [];
}

function newestOf(series: readonly ReturnType<typeof pointsOf>[], grain: Grain): string {
  const periods = series.flatMap((points) =>
    points.filter(({ metric }) => metric !== null).map(({ period }) => period),
  );
  return periods.sort().at(-1) ?? periodOf(new Date(), grain);
}

function idsOf(series: readonly TileSeries[]): string[] {
  return series.flatMap(({ points }) => points.flatMap(({ metric }) => (metric === null ? [] : [metric.id])));
}
