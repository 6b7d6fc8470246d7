import type { DimensionChangeRow, OutcomeDimensionRow } from '../../rows/survey.ts';

/** Means over the matched pairs of one dimension, before anybody has asked whether they may be shown. */
export interface DimensionMeans {
  readonly dimension: OutcomeDimensionRow;
  readonly pairs: number;
  readonly baseline: number;
  readonly followUp: number;
  readonly delta: number;
}

const dimensions: readonly OutcomeDimensionRow[] = ['CONFIDENCE', 'BELONGING', 'LANG_LEVEL_PROXY', 'JOB_READINESS'];
const nothing = { pairs: null, baseline: null, followUp: null, delta: null } as const;

/** Every dimension, with its change or with the reason why none is shown; of a group below the smallest not even the size. */
export function shownChange(means: readonly DimensionMeans[], smallestGroup: number): DimensionChangeRow[] {
  return dimensions.map((dimension) => {
    const found = means.find((each) => each.dimension === dimension);
    if (!found) return { dimension, ...nothing, absence: 'NO_EVIDENCE' };
    if (found.pairs < smallestGroup) return { dimension, ...nothing, absence: 'GROUP_TOO_SMALL' };
    return { ...found, absence: null };
  });
}
