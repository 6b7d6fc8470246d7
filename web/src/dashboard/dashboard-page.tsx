import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { buttonClass } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Page } from '../controls/page.tsx';
import { useAddress } from '../frame/use-address.ts';
import { useHasFeature } from '../frame/viewer-context.ts';
import type { DashboardQuery, TileMetricFragment } from '../generated/graphql.ts';
import { isForbidden } from '../graph/failure.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { shownTiles } from '../views/arrangement.ts';
import { useArrangement } from '../views/use-arrangement.ts';
import { useChosenView } from '../views/use-chosen-view.ts';
import { ViewBar } from '../views/view-bar.tsx';
import { useOpenWhy } from '../why/use-open-why.ts';
import { DashboardFilters } from './dashboard-filters.tsx';
import { type DashboardSearch, readDashboardSearch } from './dashboard-search.ts';
import { DashboardSkeleton } from './dashboard-skeleton.tsx';
import { DashboardTiles } from './dashboard-tiles.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { sentence } from './metric-words.ts';
import { periodTitle } from './period-words.ts';
import { SpokenUpdates } from './spoken-updates.tsx';
import { useDashboardNumbers } from './use-dashboard-numbers.ts';
import { useLiveMetrics } from './use-live-metrics.ts';

/** The company's numbers as they are now, narrowed by the address and kept true by one subscription. */
export function DashboardPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { address, change, reset } = useAddress<keyof DashboardSearch | 'view'>();
  const search = readDashboardSearch(address);
  const numbers = useDashboardNumbers(search);
  const { viewer, tiles, error, loading, isEmpty, refetch } = numbers;
  const view = useChosenView();
  const arranged = useArrangement(view.chosen);
  const hasBoardroom = useHasFeature('BOARDROOM');
  const why = useOpenWhy();
  const live = useLiveMetrics({ known: numbers.known, onUnknown: refetch });
  const open = (metric: TileMetricFragment) => why.open(metric.id);

  if (isForbidden(numbers.isForbiddenBy)) return <NotAllowed title={t('dashboard.title')} scope="metrics:read" />;
  return (
    <Page
      title={viewer?.company.name ?? t('dashboard.title')}
      lead={tiles?.at ? sentence(periodTitle(t, format, tiles.at)) : t('dashboard.lead')}
      aside={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          <LiveIndicator state={live} />
          {hasBoardroom && (
            <Link to="/boardroom" className={buttonClass('secondary')}>
              <Icon name="out" />
              {t('boardroom.title')}
            </Link>
          )}
        </span>
      }
    >
      {error !== undefined && <FailureNote error={error} onRetry={refetch} />}
      {!isEmpty && (
        <div className="flex flex-wrap items-end gap-3 print:hidden">
          <DashboardFilters
            search={search}
            oldestMonth={numbers.oldestMonth}
            newestMonth={numbers.newestMonth}
            onChoose={(key, value) => change(key, value, {})}
            onClear={() => reset(address.has('view') ? { view: 'all' } : {}, {})}
          />
          {view.mayKeep && (
            <ViewBar
              views={view.views}
              chosen={view.chosen}
              arrangement={arranged.arrangement}
              search={search}
              arranging={arranged.arranging}
              onChoose={view.choose}
              onArrange={arranged.arranging ? arranged.cancel : arranged.begin}
            />
          )}
        </div>
      )}
      {arranged.arranging && (
        <Suspense fallback={null}>
          <ArrangeTiles
            arrangement={arranged.arrangement}
            onChange={arranged.change}
            onDone={() => void arranged.done()}
            onCancel={arranged.cancel}
          />
        </Suspense>
      )}
      {(isEmpty || tiles === null) && loading && <DashboardSkeleton />}
      {isEmpty && !loading && error === undefined && (
        <Suspense fallback={<DashboardSkeleton />}>
          <NothingYet stepsDismissed={viewer?.firstStepsDismissed ?? false} />
        </Suspense>
      )}
      {!isEmpty && tiles !== null && (
        <>
          <DashboardTiles
            tiles={tiles}
            order={shownTiles(arranged.arrangement)}
            programmeId={search.programme}
            onWhy={open}
          />
          {tiles.at !== null && <p className="text-13 text-muted">{t('dashboardFilters.impactWhole')}</p>}
          <SpokenUpdates
            key={`${search.period} ${search.programme}`}
            tiles={[...tiles.counts, ...tiles.outcomes, tiles.socialReturn, tiles.volunteerImpact]}
          />
        </>
      )}
      {/* Below the numbers: what comes later than they must not push them away. */}
      {!isEmpty && hasFirstSteps(viewer) && (
        <Suspense fallback={null}>
          <FirstSteps hasNumbers />
        </Suspense>
      )}
      {why.metricId !== null && (
        <Suspense fallback={null}>
          <WhyDrawer metricId={why.metricId} companyName={viewer?.company.name ?? ''} onClose={why.close} />
        </Suspense>
      )}
    </Page>
  );
}

function hasFirstSteps(viewer: DashboardQuery['viewer']): boolean {
  if (!viewer || viewer.company.isDemo || viewer.firstStepsDismissed) return false;
  return viewer.scopes.includes('company:write');
}

const ArrangeTiles = lazy(() =>
  import('../views/arrange-tiles.tsx').then((module) => ({ default: module.ArrangeTiles })),
);
const WhyDrawer = lazy(() => import('../why/why-drawer.tsx').then((module) => ({ default: module.WhyDrawer })));
const NothingYet = lazy(() =>
  import('../first-run/nothing-yet.tsx').then((module) => ({ default: module.NothingYet })),
);
const FirstSteps = lazy(() =>
  import('../first-run/first-steps.tsx').then((module) => ({ default: module.FirstSteps })),
);
