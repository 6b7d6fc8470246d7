import type { CohortBy, MetricName, OutcomeDimension } from '../generated/graphql.ts';

/** What the page shows; it lives in the address, so that Back and links know it. */
export interface TrendSearch {
  readonly metric: (typeof metrics)[number];
  readonly dimension: OutcomeDimension;
  readonly grain: (typeof grains)[number];
  readonly window: number;
  readonly programme: string;
  /** yyyy-mm, or empty. */
  readonly from: string;
  readonly to: string;
  readonly by: CohortBy;
}

export const metrics = ['OUTCOME_LEVEL', 'PARTICIPANTS', 'SESSIONS', 'VOLUNTEER_HOURS'] as const satisfies MetricName[];
export const dimensions = ['CONFIDENCE', 'BELONGING', 'LANG_LEVEL_PROXY', 'JOB_READINESS'] as const;
export const grains = ['WEEK', 'MONTH', 'QUARTER'] as const;
export const windows = [1, 3, 6, 12] as const;
export const criteria = ['PROGRAMME', 'START_MONTH', 'LANGUAGE'] as const satisfies CohortBy[];

/** What an address holds that is no choice counts as the first of them. */
export function readTrendSearch(address: URLSearchParams): TrendSearch {
  const month = (key: string): string =>
    /^\d{4}-(0[1-9]|1[0-2])$/.test(address.get(key) ?? '') ? `${address.get(key)}` : '';
  const window = Number(address.get('window'));
  return {
    metric: oneOf(metrics, address.get('metric'), 'OUTCOME_LEVEL'),
    dimension: oneOf(dimensions, address.get('dimension'), 'BELONGING'),
    grain: oneOf(grains, address.get('grain'), 'MONTH'),
    window: windows.find((each) => each === window) ?? 3,
    programme: address.get('programme') ?? '',
    from: month('from'),
    to: month('to'),
    by: oneOf(criteria, address.get('by'), 'PROGRAMME'),
  };
}

function oneOf<const Choice extends string>(choices: readonly Choice[], value: string | null, first: Choice): Choice {
  return choices.find((choice) => choice === value) ?? first;
}
