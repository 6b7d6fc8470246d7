import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../language/use-format.ts';
import { onThemeChange } from '../theme/theme.ts';
import { metricWords } from './metric-words.ts';
import { outcomeChartOption, symbolSigns } from './outcome-chart-option.ts';
import type { OutcomeLevels } from './outcome-levels.ts';

register([LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** The drawing alone; a mark that is pressed leads to its evidence. By keyboard the same is in the table. */
export function OutcomeChart({ series, periods, onWhy }: OutcomeLevels & { periods: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);
  const props = useRef({ series, periods, onWhy });
  props.current = { series, periods, onWhy };

  useEffect(() => {
    if (element.current === null) return;
    const drawn = init(element.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const resize = new ResizeObserver(() => drawn.resize());
    resize.observe(element.current);
    drawn.on('click', ({ seriesIndex = 0, dataIndex }) => {
      const period = props.current.periods[dataIndex];
      const point = props.current.series[seriesIndex]?.points.find((candidate) => candidate.period === period);
      if (point?.metric) props.current.onWhy(point.metric);
    });
    return () => {
      resize.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const draw = () => {
      const { clientWidth = 0, clientHeight = 0 } = element.current ?? {};
      const size = { narrow: clientWidth < 560, height: clientHeight };
      chart.current?.setOption(outcomeChartOption({ series, periods, t, format, ...size }));
    };
    draw();
    return onThemeChange(draw);
  }, [series, periods, t, format]);

  const spoken = series.map((one) => metricWords(t, one)).join(', ');
  return (
    // The column may be narrower than the drawing in it, or the drawing would never shrink with its page.
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-12 sm:hidden">
        {series.map((one, index) => (
          <li key={one.dimension} className="flex items-center gap-1.5">
            <span style={{ color: `var(--chart-${index + 1})` }}>{symbolSigns[index]}</span>
            {metricWords(t, one)}
          </li>
        ))}
      </ul>
      <div ref={element} role="img" aria-label={t('chart.spoken', { dimensions: spoken })} className="h-80 w-full" />
    </div>
  );
}
