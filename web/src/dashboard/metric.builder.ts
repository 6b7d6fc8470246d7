import type { TileMetricFragment } from '../generated/graphql.ts';

/** A metric for tests: say what matters, the rest is ordinary. */
export function metric(facts: Partial<TileMetricFragment>): TileMetricFragment {
  const name = facts.name ?? 'SESSIONS';
  const month = facts.month ?? null;
  return {
    __typename: 'Metric',
    id: [name, facts.dimension, month].join('.'),
    name,
    dimension: null,
    grain: month === null ? 'ALL_TIME' : 'MONTH',
    month,
    from: null,
    to: null,
    value: 1,
    unit: 'sessions',
    absence: null,
    computedAt: '2026-11-21T10:00:00.000Z',
    ...facts,
  };
}
