import { useTranslation } from 'react-i18next';
import { Panel } from '../controls/panel.tsx';
import { DashboardSkeleton } from '../dashboard/dashboard-skeleton.tsx';
import { MetricTile } from '../dashboard/metric-tile.tsx';
import { sampleSeries } from './sample-series.ts';

/** A number in all that can become of one: there, on a scale, with nothing to compare, suppressed, missing, on its way. */
export function TileSection() {
  const { t } = useTranslation();
  return (
    <Panel title={t('design.tiles')}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {tiles.map((series) => (
          <MetricTile key={series.shown?.metric?.id ?? series.name} series={series} onWhy={() => undefined} />
        ))}
      </div>
      <DashboardSkeleton />
    </Panel>
  );
}

const rising = [12, 18, 17, 25, 31, 30, 38, 44, 41, 52, 58, 64];
const tiles = [
  sampleSeries('SESSIONS', rising, { value: 2400 }),
  sampleSeries('VOLUNTEER_HOURS', [...rising].reverse(), { value: 2203.1 }),
  sampleSeries('PARTICIPANTS', [7], { value: 7 }),
  sampleSeries('OUTCOME_LEVEL', [0.48, 0.52, 0.55, 0.61, 0.63], { dimension: 'BELONGING', value: 0.63 }),
  sampleSeries('OUTCOME_LEVEL', [], { dimension: 'JOB_READINESS', absence: 'GROUP_TOO_SMALL' }),
  sampleSeries('SROI', [], { absence: 'NO_EVIDENCE' }),
];
