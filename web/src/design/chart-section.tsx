import { useTranslation } from 'react-i18next';
import { OutcomePanel } from '../dashboard/outcome-panel.tsx';
import { dimensions } from '../dashboard/tile-series.ts';
import { sampleSeries } from './sample-series.ts';

/** A chart under its finding, and the table of the same numbers; below it the chart that has nothing to show. */
export function ChartSection() {
  const { t } = useTranslation();
  return (
    <section aria-label={t('design.charts')} className="grid gap-5">
      <OutcomePanel series={series} onWhy={() => undefined} />
      <OutcomePanel series={[]} onWhy={() => undefined} />
    </section>
  );
}

const levels = [0.42, 0.45, 0.44, 0.5, 0.53, 0.52, 0.57, 0.6, null, 0.61, 0.63, 0.66];
const series = dimensions.map((dimension, place) =>
  sampleSeries(
    'OUTCOME_LEVEL',
    levels.map((level, month) => (level === null ? null : level + place * 0.06 - (place % 2) * month * 0.012)),
    { dimension },
  ),
);
