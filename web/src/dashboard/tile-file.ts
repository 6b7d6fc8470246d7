import type { TFunction } from 'i18next';
import type { ChartTable } from '../charts/csv-of.ts';
import { escaped } from '../charts/figure-svg.ts';
import type { Drawing } from '../charts/picture-of.ts';
import type { Format } from '../language/format.ts';
import { screenColour } from '../theme/screen-colour.ts';
import { levelAxis } from './level-axis.ts';
import { absenceWords, metricWords, unitWords, valueWords } from './metric-words.ts';
import { periodsUpTo } from './period.ts';
import { periodTitle } from './period-words.ts';
import { sparklineShape } from './sparkline-shape.ts';
import { lastPeriod, type TileSeries, valueIn } from './tile-series.ts';

/** The number and the periods of its line. */
export function tileTable(t: TFunction, format: Format, series: TileSeries): ChartTable {
  const { at, shown, points } = series;
  const line = (period: string, value: number | null, absence: string | null) => [
    period,
    value,
    value === null ? absenceWords(t, absence) : '',
  ];
  return {
    columns: [t('trends.period'), metricWords(t, series), t('charts.remark')],
    rows: [
      ...(at === null && shown !== null ? [line(t('period.allTime'), shown.value, shown.absence)] : []),
      ...points.map(({ period, value, absence }) => line(periodTitle(t, format, period), value, absence)),
    ],
  };
}

export function tileDrawing(t: TFunction, format: Format, series: TileSeries): Drawing {
  const { name, shown } = series;
  const [width, height] = [420, 110];
  const last = lastPeriod([series]);
  const values = last === null ? [] : periodsUpTo(last, 12).map((period) => valueIn(series, period));
  const { min, max } = levelAxis(values);
  const scale = series.dimension === null ? {} : { scale: [min, max] as const };
  const shape = sparklineShape(values, { width: 180, height: 60, ...scale });
  const number = shown?.value ?? null;
  const words =
    number === null
      ? `<text y="24" font-size="13" fill="${screenColour('--grey-8')}">${escaped(absenceWords(t, shown?.absence ?? 'NO_EVIDENCE'))}</text>`
      : `<text y="52" font-size="44" font-weight="650" fill="${screenColour('--grey-10')}">${escaped(valueWords(format, name, number))}</text>` +
        `<text y="78" font-size="13" fill="${screenColour('--grey-8')}">${escaped(unitWords(t, name, number))}</text>`;
  const line =
    shape === null || number === null
      ? ''
      : `<g transform="translate(230 10)"><path d="${shape.area}" fill="${screenColour('--accent-1')}"/><path d="${shape.line}" fill="none" stroke="${screenColour('--accent-3')}" stroke-width="2"/><circle cx="${shape.last.x}" cy="${shape.last.y}" r="4" fill="${screenColour('--accent-4')}"/></g>`;
  return { width, height, drawing: words + line };
}
