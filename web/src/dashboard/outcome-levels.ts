import type { TileMetricFragment } from '../generated/graphql.ts';
import type { TileSeries } from './tile-series.ts';

/** What chart and table show alike: one series a dimension, and the way from a number to its ground. */
export interface OutcomeLevels {
  readonly series: readonly TileSeries[];
  readonly onWhy: (metric: TileMetricFragment) => void;
}
