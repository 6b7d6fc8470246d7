import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { buttonClass } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Page } from '../controls/page.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import type { TileMetricFragment } from '../generated/graphql.ts';
import { useDashboardQuery } from '../generated/hooks.ts';
import { isForbidden } from '../graph/failure.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { useOpenWhy } from '../why/use-open-why.ts';
import { DashboardSkeleton } from './dashboard-skeleton.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { MetricTile } from './metric-tile.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { SpokenUpdates } from './spoken-updates.tsx';
import { countNames, dimensions, tileSeries } from './tile-series.ts';
import { useLiveMetrics } from './use-live-metrics.ts';

/** The company's numbers as they are now: one query, kept true by one subscription. */
export function DashboardPage() {
  const { t } = useTranslation();
  const { data, error, loading, refetch } = useDashboardQuery();
  const why = useOpenWhy();
  const metrics = data?.metrics ?? none;
  const known = useMemo(() => new Set(metrics.map(({ id }) => id)), [metrics]);
  const live = useLiveMetrics({ known, onUnknown: () => void refetch() });
  const counts = useMemo(() => countNames.map((name) => tileSeries(metrics, name)), [metrics]);
  const outcomes = useMemo(
    () => dimensions.map((dimension) => tileSeries(metrics, 'OUTCOME_LEVEL', dimension)),
    [metrics],
  );
  const socialReturn = useMemo(() => tileSeries(metrics, 'SROI'), [metrics]);
  const volunteerImpact = useMemo(() => tileSeries(metrics, 'VIS'), [metrics]);
  const open = (metric: TileMetricFragment) => why.open(metric.id);

  if (data?.metrics === null && isForbidden(error)) {
    return <NotAllowed title={t('dashboard.title')} scope="metrics:read" />;
  }
  return (
    <Page
      title={data?.viewer?.company.name ?? t('dashboard.title')}
      lead={t('dashboard.lead')}
      aside={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <LiveIndicator state={live} />
          <Link to="/boardroom" className={buttonClass('secondary')}>
            <Icon name="out" />
            {t('boardroom.title')}
          </Link>
        </span>
      }
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {metrics.length === 0 && loading && <DashboardSkeleton />}
      {metrics.length === 0 && !loading && error === undefined && (
        <NothingYet mayImport={data?.viewer?.scopes.includes('imports:write') ?? false} />
      )}
      {metrics.length > 0 && (
        <>
          <section aria-label={t('dashboard.counts')} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {counts.map((series) => (
              <MetricTile key={series.name} series={series} onWhy={open} />
            ))}
          </section>
          <section aria-label={t('dashboard.outcomes')} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {outcomes.map((series) => (
              <MetricTile key={series.dimension} series={series} onWhy={open} />
            ))}
          </section>
          <section aria-label={t('dashboard.impact')} className="grid gap-4 sm:grid-cols-2">
            <MetricTile series={socialReturn} onWhy={open} nothing={<NoAccountYet />} />
            <MetricTile series={volunteerImpact} onWhy={open} />
          </section>
          <OutcomePanel series={outcomes} onWhy={open} />
          <SpokenUpdates tiles={[...counts, ...outcomes, socialReturn, volunteerImpact]} />
        </>
      )}
      {why.metricId !== null && (
        <Suspense fallback={null}>
          <WhyDrawer metricId={why.metricId} companyName={data?.viewer?.company.name ?? ''} onClose={why.close} />
        </Suspense>
      )}
    </Page>
  );
}

const none: readonly TileMetricFragment[] = [];
const WhyDrawer = lazy(() => import('../why/why-drawer.tsx').then((module) => ({ default: module.WhyDrawer })));

/** A social return needs somebody's assumptions, so here the tile leads to where they are made. */
function NoAccountYet() {
  const { t } = useTranslation();
  return (
    <div className="grid content-start justify-items-start gap-2">
      <p className="max-w-[48ch] text-13 text-muted">{t('socialReturn.noAccount')}</p>
      <Link to="/impact/social-return" className={textLinkClass}>
        {t('socialReturn.toAccount')}
      </Link>
    </div>
  );
}

function NothingYet({ mayImport }: { mayImport: boolean }) {
  const { t } = useTranslation();
  const action = mayImport && (
    <Link to="/imports" className={buttonClass('primary')}>
      {t('dashboard.empty.action')}
    </Link>
  );
  return (
    <Empty title={t('dashboard.empty.title')} action={action}>
      {t(mayImport ? 'dashboard.empty.text' : 'dashboard.empty.textReader')}
    </Empty>
  );
}
