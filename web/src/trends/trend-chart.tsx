import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { metricWords } from '../dashboard/metric-words.ts';
import { useFormat } from '../language/use-format.ts';
import { onThemeChange } from '../theme/theme.ts';
import { trendChartOption } from './trend-chart-option.ts';
import type { TrendSearch } from './trend-search.ts';
import type { TrendPoint } from './trend-words.ts';

register([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

/** The drawing alone; a mark that is pressed leads to its ground. By keyboard the same is in the table beside it. */
export function TrendChart({ search, points, onWhy }: TrendChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);
  const shown = useRef({ points, onWhy });
  shown.current = { points, onWhy };

  useEffect(() => {
    if (element.current === null) return;
    const drawn = init(element.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const resize = new ResizeObserver(() => drawn.resize());
    resize.observe(element.current);
    drawn.on('click', ({ dataIndex }) => {
      const metric = shown.current.points[dataIndex]?.metric;
      if (metric) shown.current.onWhy(metric.id);
    });
    return () => {
      resize.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const draw = () => chart.current?.setOption(trendChartOption({ search, points, t, format }), { notMerge: true });
    draw();
    return onThemeChange(draw);
  }, [search, points, t, format]);

  const dimension = search.metric === 'OUTCOME_LEVEL' ? search.dimension : null;
  const name = metricWords(t, { name: search.metric, dimension });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
      <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-soft">
        <li className="flex items-center gap-2">
          <span className="h-0.5 w-5 bg-(--chart-1)" />
          {name}
        </li>
        {search.window > 1 && (
          <li className="flex items-center gap-2">
            <span className="w-5 border-t-2 border-dashed border-(--chart-2)" />
            {t('trends.averageOf', { count: search.window })}
          </li>
        )}
      </ul>
      <div ref={element} role="img" aria-label={t('trends.spoken', { name })} className="h-72 w-full" />
    </div>
  );
}

interface TrendChartProps {
  readonly search: TrendSearch;
  readonly points: readonly TrendPoint[];
  readonly onWhy: (metricId: string) => void;
}
