import type { EChartsCoreOption } from 'echarts/core';
import type { TFunction } from 'i18next';
import type { Format } from '../language/format.ts';
import { screenColour } from '../theme/screen-colour.ts';
import { levelAxis } from './level-axis.ts';
import { metricWords } from './metric-words.ts';
import { shortPeriod } from './period-words.ts';
import { spread } from './spread.ts';
import { type TileSeries, valueIn } from './tile-series.ts';

/** Lines told apart by colour, by mark and by the name at their end. */
export function outcomeChartOption({ series, periods, t, format, narrow, height }: OutcomeChart): EChartsCoreOption {
  const colour = (token: string) => screenColour(`--${token}`);
  const text = { color: colour('grey-8'), fontFamily: 'Inter Variable, sans-serif', fontSize: 12 };
  const levels = series.map((one) => periods.map((period) => valueIn(one, period)));
  const axis = levelAxis(levels.flat());
  const lastLevels = levels.map((own) => own.findLast((level) => level !== null) ?? axis.min);
  const moves = spread(
    lastLevels.map((level) => ((axis.max - level) / (axis.max - axis.min)) * (height - above - below)),
    labelGap,
  );
  return {
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 180,
    textStyle: text,
    grid: { left: 44, right: narrow ? 12 : 148, top: above, bottom: below },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colour('surface'),
      borderColor: colour('grey-5'),
      padding: [8, 12],
      textStyle: { ...text, color: colour('grey-10') },
      axisPointer: { lineStyle: { color: colour('grey-6') } },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format.level(value) : '–'),
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: periods.map((period) => shortPeriod(t, format, period)),
      axisLine: { lineStyle: { color: colour('grey-5') } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...axis,
      axisLabel: { ...text, formatter: (value: number) => format.level(value) },
      splitLine: { lineStyle: { color: colour('grey-4') } },
    },
    series: series.map((one, index) => ({
      type: 'line',
      name: metricWords(t, one),
      data: withNameAtEnd(levels[index] ?? [], moves[index] ?? 0, narrow),
      symbol: symbols[index % symbols.length],
      symbolSize: 7,
      showSymbol: true,
      connectNulls: false,
      lineStyle: { width: 2, color: colour(`chart-${index + 1}`) },
      itemStyle: { color: colour(`chart-${index + 1}`) },
      emphasis: { focus: 'series' },
      label: {
        ...text,
        color: colour('grey-10'),
        backgroundColor: colour('surface'),
        padding: [1, 3],
        position: 'right',
        distance: 6,
        formatter: '{a}',
      },
      ...(index === 0 ? { markLine: middle(colour) } : {}),
    })),
  };
}

/** Pixels: the room above and below the drawing, and from one name to the next. */
const above = 16;
const below = 28;
const labelGap = 17;

interface OutcomeChart {
  readonly series: readonly TileSeries[];
  readonly periods: readonly string[];
  readonly t: TFunction;
  readonly format: Format;
  readonly narrow: boolean;
  readonly height: number;
}

/** The name stands at the last period that has a level: a series may end before the others do. */
function withNameAtEnd(levels: readonly (number | null)[], move: number, narrow: boolean) {
  const last = levels.findLastIndex((level) => level !== null);
  return levels.map((value, index) => ({ value, label: { show: !narrow && index === last, offset: [0, move] } }));
}

/** ECharts' marks and the same signs in text, for the legend of narrow screens. */
const symbols = ['circle', 'triangle', 'rect', 'diamond'];
export const symbolSigns = ['●', '▲', '■', '◆'];

/** The level at which setbacks and gains weigh the same. */
function middle(colour: (token: string) => string) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colour('grey-7'), type: [3, 3], width: 1 },
    label: { show: false },
    data: [{ yAxis: 0.5 }],
  };
}
