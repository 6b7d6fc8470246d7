import { isId } from '@teei/runtime/id';
import { PlatformError } from '@teei/runtime/platform-error';
import { formulas } from '../../domain/formulas.ts';
import { periodName } from '../../domain/period-name.ts';
import { movingAverage } from '../../domain/trends/moving-average.ts';
import { type Period, periodsBetween } from '../../domain/trends/periods-between.ts';
import type { QueryResolvers, QueryTrendArgs } from '../../generated/resolvers.ts';
import type { MetricRow } from '../../rows/metric.ts';
import { type TrendFilter, trendMetrics } from '../../store/trend-store.ts';

export const trend: QueryResolvers['trend'] = async (_, args, context) => {
  const filter = filterOf(args);
  const window = windowOf(args.window);
  const metrics = args.programmeId && !isId(args.programmeId) ? [] : await trendMetrics(await context.tx(), filter);
  const known = new Map(metrics.map((metric) => [metric.firstDay, metric]));
  const points = span(filter, metrics).map(({ firstDay, lastDay }) => ({
    period: periodName(filter.grain, firstDay) ?? firstDay,
    ...{ firstDay, lastDay },
    ...shown(filter, known.get(firstDay) ?? null),
  }));
  const averages = movingAverage(
    points.map(({ value }) => value),
    window,
  );
  return {
    unit: formulas[filter.name].unit,
    movingAverageFormula: `mean of the values of ${window} periods up to this one; none while one of them is missing or not shown`,
    points: points.map((point, place) => ({ ...point, movingAverage: averages[place] ?? null })),
  };
};

/** A period without a metric had nothing to count, or nobody said anything in it. */
function shown({ name }: TrendFilter, metric: MetricRow | null) {
  if (metric !== null) return { value: metric.value, absence: metric.absence, metric };
  return name === 'OUTCOME_LEVEL'
    ? { value: null, absence: 'NO_EVIDENCE', metric }
    : { value: 0, absence: null, metric };
}

function span({ grain, from, to }: TrendFilter, metrics: readonly MetricRow[]): Period[] {
  const [first, last] = [from ? `${from}-01` : metrics[0]?.firstDay, to ? lastDayOf(to) : metrics.at(-1)?.lastDay];
  if (!first || !last || metrics.length === 0) return [];
  const [end] = [last, new Date().toISOString().slice(0, 10)].sort();
  return periodsBetween(grain, first, end ?? last);
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10);
}

function filterOf({ metric: name, dimension, grain, programmeId, from, to }: QueryTrendArgs): TrendFilter {
  if (name === 'SROI' || name === 'VIS' || name === 'VIS_1')
    throw refused(`${name} has no periods.`, 'Ask for participants, sessions, volunteer hours or an outcome level.');
  if (grain === 'ALL_TIME' || grain === 'PERIOD')
    throw refused(`A trend has no grain ${grain}.`, 'Ask for WEEK, MONTH or QUARTER.');
  if ((name === 'OUTCOME_LEVEL') !== Boolean(dimension))
    throw refused('An outcome level, and nothing else, is of a dimension.', 'Name a dimension for OUTCOME_LEVEL only.');
  const none = { dimension: dimension ?? null, programmeId: programmeId ?? null, from: from ?? null, to: to ?? null };
  return { name, grain, ...none };
}

function windowOf(window: number | null | undefined): number {
  const periods = window ?? 3;
  if (periods < 1 || periods > 26) throw refused(`A window of ${periods} is not 1 to 26.`, 'Ask for 1 to 26 periods.');
  return periods;
}

function refused(message: string, remedy: string): PlatformError {
  return new PlatformError('BAD_USER_INPUT', message, remedy);
}
