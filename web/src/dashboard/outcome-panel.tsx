import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSingleKey } from '../account/use-single-key.ts';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { Loading } from '../states/loading.tsx';
import { Skeleton } from '../states/skeleton.tsx';
import { findingOf } from './finding.ts';
import { findingWords } from './metric-words.ts';
import { monthsUpTo } from './month.ts';
import type { OutcomeLevels } from './outcome-levels.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { latestMonth } from './tile-series.ts';

/** Mean level of each dimension by month: a chart under its finding, and the table of the same numbers one key away. */
export function OutcomePanel({ series, onWhy }: OutcomeLevels) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const toggle = () => setAsTable((shown) => !shown);
  useSingleKey('t', toggle);
  const last = latestMonth(series);
  const months = last === null ? [] : monthsUpTo(last, 12);
  return (
    <Panel
      title={findingWords(t, format, findingOf(series))}
      note={t('chart.note')}
      actions={
        <Button icon={asTable ? 'chart' : 'table'} onClick={toggle} aria-keyshortcuts="t">
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
          <kbd className="rounded-base border border-line-strong px-1 font-mono text-12 text-muted">T</kbd>
        </Button>
      }
    >
      {months.length === 0 && <Empty title={t('chart.empty.title')}>{t('chart.empty.text')}</Empty>}
      {months.length > 0 && asTable && <OutcomeTable series={series} months={months} onWhy={onWhy} />}
      {months.length > 0 && !asTable && (
        <Suspense
          fallback={
            <Loading>
              <Skeleton className="h-80 w-full" />
            </Loading>
          }
        >
          <OutcomeChart series={series} months={months} onWhy={onWhy} />
        </Suspense>
      )}
    </Panel>
  );
}

const OutcomeChart = lazy(() => import('./outcome-chart.tsx').then((module) => ({ default: module.OutcomeChart })));
