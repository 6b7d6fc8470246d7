import type { TFunction } from 'i18next';
import { metricWords, valueWords } from '../dashboard/metric-words.ts';
import { periodTitle } from '../dashboard/period-words.ts';
import type { Format } from '../language/format.ts';
import type { TrendSearch } from './trend-search.ts';
import type { TrendPoint } from './trend-words.ts';

/** What the line shows, in words: the first and the last value that there is. Only the name where there are not two. */
export function trendFinding(t: TFunction, format: Format, search: TrendSearch, points: readonly TrendPoint[]): string {
  const { metric } = search;
  const dimension = metric === 'OUTCOME_LEVEL' ? search.dimension : null;
  const name = metricWords(t, { name: metric, dimension });
  const shown = points.filter(({ value }) => value !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || first === last || first.value === null || last.value === null) return name;
  const words = (point: TrendPoint) => periodTitle(t, format, point.period);
  const [from, to] = [valueWords(format, metric, first.value), valueWords(format, metric, last.value)];
  return t('trends.finding', { name, from, to, first: words(first), last: words(last) });
}
