import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSingleKey } from '../account/use-single-key.ts';
import { DownloadMenu } from '../charts/download-menu.tsx';
import { drawnIn } from '../charts/picture-of.ts';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { Loading } from '../states/loading.tsx';
import { Skeleton } from '../states/skeleton.tsx';
import { findingOf } from './finding.ts';
import { findingWords, metricWords } from './metric-words.ts';
import type { OutcomeLevels } from './outcome-levels.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { grainOf, periodsUpTo } from './period.ts';
import { periodTitle } from './period-words.ts';
import { lastPeriod, valueIn } from './tile-series.ts';

/** Mean level of each dimension by period: a chart under its finding, and the table of the same numbers one key away. */
export function OutcomePanel({ series, onWhy, notes }: OutcomePanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const toggle = () => setAsTable((shown) => !shown);
  useSingleKey('t', toggle);
  const last = lastPeriod(series);
  const periods = last === null ? [] : periodsUpTo(last, 12);
  const chart = useRef<HTMLDivElement>(null);
  const title = findingWords(t, format, findingOf(series), last === null ? 'MONTH' : grainOf(last));
  const table = () => ({
    columns: [t('trends.period'), ...series.map((one) => metricWords(t, one))],
    rows: periods.map((period) => [periodTitle(t, format, period), ...series.map((one) => valueIn(one, period))]),
  });
  return (
    <Panel
      title={title}
      term="level"
      note={t('chart.note')}
      actions={
        <span className="flex items-center gap-1 print:hidden">
          <Button icon={asTable ? 'chart' : 'table'} onClick={toggle} aria-keyshortcuts="t">
            {t(asTable ? 'chart.asChart' : 'chart.asTable')}
            <kbd className="rounded-base border border-line-strong px-1 font-mono text-12 text-muted">T</kbd>
          </Button>
          {periods.length > 0 && (
            <DownloadMenu
              name={title}
              note={t('chart.note')}
              table={table}
              drawing={() => drawnIn(chart.current?.querySelector<HTMLElement>('[role=img]') ?? null)}
            />
          )}
        </span>
      }
    >
      {periods.length === 0 && <Empty title={t('chart.empty.title')}>{t('chart.empty.text')}</Empty>}
      {periods.length > 0 && asTable && <OutcomeTable series={series} periods={periods} onWhy={onWhy} />}
      {periods.length > 0 && !asTable && (
        <Suspense
          fallback={
            <Loading>
              <Skeleton className="h-80 w-full" />
            </Loading>
          }
        >
          <div ref={chart} className="grid min-w-0">
            <OutcomeChart series={series} periods={periods} onWhy={onWhy} />
          </div>
        </Suspense>
      )}
      {periods.length > 0 && notes?.(periods)}
    </Panel>
  );
}

const OutcomeChart = lazy(() => import('./outcome-chart.tsx').then((module) => ({ default: module.OutcomeChart })));

interface OutcomePanelProps extends OutcomeLevels {
  /** What stands below about the periods that are shown. */
  readonly notes?: (periods: readonly string[]) => ReactNode;
}
