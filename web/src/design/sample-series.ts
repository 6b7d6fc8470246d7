import { periodsUpTo } from '../dashboard/period.ts';
import { type TileSeries, tileSeries } from '../dashboard/tile-series.ts';
import type { MetricName, OutcomeDimension, TileMetricFragment } from '../generated/graphql.ts';

export const sampleMonths = periodsUpTo('2026-10', 12);

/** Made-up numbers that never change, so that two pictures of them can be compared. */
export function sampleSeries(
  name: MetricName,
  values: readonly (number | null)[],
  facts: Partial<TileMetricFragment> & { readonly dimension?: OutcomeDimension } = {},
): TileSeries {
  const { dimension = null } = facts;
  const one = (month: string | null, value: number | null): TileMetricFragment => ({
    __typename: 'Metric',
    id: `design.${name}.${dimension}.${month}`,
    name,
    grain: month === null ? 'ALL_TIME' : 'MONTH',
    month,
    from: null,
    to: null,
    unit: '',
    absence: null,
    computedAt: '2026-11-21T10:30:00.000Z',
    ...facts,
    dimension,
    value,
  });
  const months = sampleMonths.slice(-values.length).map((month, index) => one(month, values[index] ?? null));
  const total = facts.absence ? null : (facts.value ?? values.at(-1) ?? null);
  return tileSeries([one(null, total), ...months], name, dimension);
}
