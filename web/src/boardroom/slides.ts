import { countNames, dimensions, type TileSeries, tileSeries } from '../dashboard/tile-series.ts';
import type { BoardroomMetricFragment } from '../generated/graphql.ts';

/** One number of the dashboard, alone on the wall, with what it was worked out from. */
export interface Slide {
  readonly id: string;
  readonly series: TileSeries;
  readonly now: BoardroomMetricFragment;
}

/** The dashboard's tiles in its order; a number that does not exist at all is no slide. */
export function slidesOf(metrics: readonly BoardroomMetricFragment[]): Slide[] {
  const all = [
    ...countNames.map((name) => tileSeries(metrics, name)),
    ...dimensions.map((dimension) => tileSeries(metrics, 'OUTCOME_LEVEL', dimension)),
    tileSeries(metrics, 'SROI'),
    tileSeries(metrics, 'VIS'),
  ];
  return all.flatMap((series) => {
    const now = metrics.find(({ id }) => id === series.shown?.metric?.id);
    return now === undefined ? [] : [{ id: `${series.name}-${series.dimension ?? ''}`, series, now }];
  });
}
