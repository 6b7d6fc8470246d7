import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { buttonClass } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Page } from '../controls/page.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import { useAddress } from '../frame/use-address.ts';
import type { TileMetricFragment } from '../generated/graphql.ts';
import { isForbidden } from '../graph/failure.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { useOpenWhy } from '../why/use-open-why.ts';
import { DashboardFilters } from './dashboard-filters.tsx';
import { type DashboardSearch, readDashboardSearch } from './dashboard-search.ts';
import { DashboardSkeleton } from './dashboard-skeleton.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { MetricTile } from './metric-tile.tsx';
import { sentence } from './metric-words.ts';
import { OutcomePanel } from './outcome-panel.tsx';
import { periodTitle } from './period-words.ts';
import { SpokenUpdates } from './spoken-updates.tsx';
import { useDashboardNumbers } from './use-dashboard-numbers.ts';
import { useLiveMetrics } from './use-live-metrics.ts';

/** The company's numbers as they are now, narrowed by the address and kept true by one subscription. */
export function DashboardPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { address, change, reset } = useAddress<keyof DashboardSearch>();
  const search = readDashboardSearch(address);
  const numbers = useDashboardNumbers(search);
  const { viewer, tiles, error, loading, isEmpty, refetch } = numbers;
  const why = useOpenWhy();
  const live = useLiveMetrics({ known: numbers.known, onUnknown: refetch });
  const open = (metric: TileMetricFragment) => why.open(metric.id);

  if (isForbidden(numbers.isForbiddenBy)) return <NotAllowed title={t('dashboard.title')} scope="metrics:read" />;
  return (
    <Page
      title={viewer?.company.name ?? t('dashboard.title')}
      lead={tiles?.at ? sentence(periodTitle(t, format, tiles.at)) : t('dashboard.lead')}
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
      {error !== undefined && <FailureNote error={error} onRetry={refetch} />}
      {!isEmpty && (
        <DashboardFilters
          search={search}
          oldestMonth={numbers.oldestMonth}
          newestMonth={numbers.newestMonth}
          onChoose={(key, value) => change(key, value, {})}
          onClear={() => reset()}
        />
      )}
      {(isEmpty || tiles === null) && loading && <DashboardSkeleton />}
      {isEmpty && !loading && error === undefined && (
        <NothingYet mayImport={viewer?.scopes.includes('imports:write') ?? false} />
      )}
      {!isEmpty && tiles !== null && (
        <>
          <section aria-label={t('dashboard.counts')} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {tiles.counts.map((series) => (
              <MetricTile key={series.name} series={series} onWhy={open} />
            ))}
          </section>
          <section aria-label={t('dashboard.outcomes')} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {tiles.outcomes.map((series) => (
              <MetricTile key={series.dimension} series={series} onWhy={open} />
            ))}
          </section>
          <section aria-label={t('dashboard.impact')} className="grid gap-4 sm:grid-cols-2">
            <MetricTile series={tiles.socialReturn} onWhy={open} nothing={<NoAccountYet />} />
            <MetricTile series={tiles.volunteerImpact} onWhy={open} />
            {tiles.at !== null && (
              <p className="text-13 text-muted sm:col-span-2">{t('dashboardFilters.impactWhole')}</p>
            )}
          </section>
          <OutcomePanel series={tiles.outcomes} onWhy={open} />
          <SpokenUpdates
            key={`${search.period} ${search.programme}`}
            tiles={[...tiles.counts, ...tiles.outcomes, tiles.socialReturn, tiles.volunteerImpact]}
          />
        </>
      )}
      {why.metricId !== null && (
        <Suspense fallback={null}>
          <WhyDrawer metricId={why.metricId} companyName={viewer?.company.name ?? ''} onClose={why.close} />
        </Suspense>
      )}
    </Page>
  );
}

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
