import type { EChartsCoreOption } from 'echarts/core';
import type { TFunction } from 'i18next';
import { levelAxis } from '../dashboard/level-axis.ts';
import { metricWords } from '../dashboard/metric-words.ts';
import { shortPeriod } from '../dashboard/period-words.ts';
import type { Format } from '../language/format.ts';
import { screenColour } from '../theme/screen-colour.ts';
import type { TrendSearch } from './trend-search.ts';
import type { TrendPoint } from './trend-words.ts';

/** The value as a line with marks, its moving average dashed; a gap where there is no number. Counts start at zero. */
export function trendChartOption({ search, points, t, format }: TrendDrawing): EChartsCoreOption {
  const colour = (token: string) => screenColour(`--${token}`);
  const text = { color: colour('grey-8'), fontFamily: 'Inter Variable, sans-serif', fontSize: 12 };
  const isLevel = search.metric === 'OUTCOME_LEVEL';
  const dimension = isLevel ? search.dimension : null;
  const write = (value: number) => (isLevel ? format.level(value) : format.hours(value));
  const values = points.map(({ value }) => value);
  const line = { type: 'line', connectNulls: false, emphasis: { disabled: true } };
  return {
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 180,
    textStyle: text,
    grid: { left: 48, right: 16, top: 16, bottom: 28 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colour('surface'),
      borderColor: colour('grey-5'),
      padding: [8, 12],
      textStyle: { ...text, color: colour('grey-10') },
      axisPointer: { lineStyle: { color: colour('grey-6') } },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : '–'),
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: points.map((point) => shortPeriod(t, format, point.period)),
      axisLine: { lineStyle: { color: colour('grey-5') } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...(isLevel ? levelAxis(values) : { min: 0, minInterval: 1 }),
      axisLabel: { ...text, formatter: write },
      splitLine: { lineStyle: { color: colour('grey-4') } },
    },
    series: [
      {
        ...line,
        name: metricWords(t, { name: search.metric, dimension }),
        data: values,
        symbol: 'circle',
        symbolSize: points.length > 60 ? 3 : 6,
        showSymbol: true,
        lineStyle: { width: 2, color: colour('chart-1') },
        itemStyle: { color: colour('chart-1') },
      },
      ...(search.window > 1
        ? [
            {
              ...line,
              name: t('trends.averageOf', { count: search.window }),
              data: points.map(({ movingAverage }) => movingAverage),
              showSymbol: false,
              symbol: 'none',
              lineStyle: { width: 2, type: [5, 4], color: colour('chart-2') },
              itemStyle: { color: colour('chart-2') },
            },
          ]
        : []),
    ],
  };
}

interface TrendDrawing {
  readonly search: TrendSearch;
  readonly points: readonly TrendPoint[];
  readonly t: TFunction;
  readonly format: Format;
}
