import type { TFunction } from 'i18next';
import { metricWords } from '../dashboard/metric-words.ts';
import type { MetricName, OutcomeDimension } from '../generated/graphql.ts';
import type { TileId } from './arrangement.ts';

/** What a tile is called. */
export function tileWords(t: TFunction, tile: TileId): string {
  if (tile === 'CHART.OUTCOMES') return t('views.chart');
  const [name, dimension = null] = tile.split('.') as [MetricName, OutcomeDimension?];
  return metricWords(t, { name, dimension });
}
