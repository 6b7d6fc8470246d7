import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadMenu } from '../charts/download-menu.tsx';
import { drawnIn } from '../charts/picture-of.ts';
import { Panel } from '../controls/panel.tsx';
import { TextField } from '../controls/text-field.tsx';
import { periodTitle } from '../dashboard/period-words.ts';
import { BringData } from '../first-run/bring-data.tsx';
import { useTrendLineQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { NoteList } from '../notes/note-list.tsx';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { Skeleton } from '../states/skeleton.tsx';
import { ChoiceField } from './choice-field.tsx';
import { trendFinding } from './trend-finding.ts';
import { dimensions, grains, metrics, type TrendSearch, windows } from './trend-search.ts';
import { TrendTable } from './trend-table.tsx';
import type { NamedProgramme } from './trend-words.ts';

/** One number over time: a line with its moving average, and beside it the same in a table. */
export function TrendPanel({ search, programmes, onChoose, onWhy }: TrendPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { metric, grain, window, from, to } = search;
  const dimension = metric === 'OUTCOME_LEVEL' ? search.dimension : null;
  const { data, previousData, error, loading, refetch } = useTrendLineQuery({
    variables: {
      metric,
      dimension,
      grain,
      window,
      programmeId: search.programme || null,
      from: from || null,
      to: to || null,
    },
    fetchPolicy: 'cache-and-network',
  });
  const points = (data ?? previousData)?.trend?.points;
  const shows = points?.some(({ value }) => value !== null) === true;
  const chart = useRef<HTMLDivElement>(null);
  const title = trendFinding(t, format, search, points ?? []);
  const note = t(metric === 'OUTCOME_LEVEL' ? 'trends.levelNote' : 'trends.countNote');
  return (
    <Panel
      title={title}
      note={note}
      actions={
        shows && (
          <DownloadMenu
            name={title}
            note={note}
            table={() => ({
              columns: [t('trends.period'), t('trends.value'), t('trends.average')],
              rows: points.map((point) => [periodTitle(t, format, point.period), point.value, point.movingAverage]),
            })}
            drawing={() => drawnIn(chart.current?.querySelector<HTMLElement>('[role=img]') ?? null)}
          />
        )
      }
    >
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <ChoiceField
          label={t('trends.metric')}
          value={metric}
          choices={metrics.map((value) => ({ value, words: t(`metric.${value}`) }))}
          onChoose={(value) => onChoose('metric', value)}
        />
        {dimension !== null && (
          <ChoiceField
            label={t('trends.dimension')}
            value={dimension}
            choices={dimensions.map((value) => ({ value, words: t(`dimension.${value}`) }))}
            onChoose={(value) => onChoose('dimension', value)}
          />
        )}
        <ChoiceField
          label={t('trends.programme')}
          value={search.programme}
          choices={[
            { value: '', words: t('trends.all') },
            ...programmes.map(({ id, name }) => ({ value: id, words: name })),
          ]}
          onChoose={(value) => onChoose('programme', value)}
        />
        <ChoiceField
          label={t('trends.grain')}
          value={grain}
          choices={grains.map((value) => ({ value, words: t(`trends.grains.${value}`) }))}
          onChoose={(value) => onChoose('grain', value)}
        />
        <ChoiceField
          label={t('trends.average')}
          value={String(window)}
          choices={windows.map((value) => ({ value: String(value), words: t('trends.window', { count: value }) }))}
          onChoose={(value) => onChoose('window', value)}
        />
        {(['from', 'to'] as const).map((key) => (
          <TextField
            key={key}
            type="month"
            label={t(`evidence.${key}`)}
            value={search[key]}
            onChange={({ target }) => onChoose(key, target.value)}
          />
        ))}
      </div>
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {points === undefined && loading && (
        <Loading>
          <Skeleton className="h-80 w-full" />
        </Loading>
      )}
      {points !== undefined && points.length === 0 && (
        <Empty title={t('trends.empty.title')} action={<BringData />}>
          {t('trends.empty.text')}
        </Empty>
      )}
      {points !== undefined && points.length > 0 && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          {shows ? (
            <Suspense fallback={<Skeleton className="h-80 w-full" />}>
              <div ref={chart} className="grid min-w-0">
                <TrendChart search={search} points={points} onWhy={onWhy} />
              </div>
            </Suspense>
          ) : (
            <Empty title={t('trends.hidden.title')}>{t('trends.hidden.text')}</Empty>
          )}
          <TrendTable search={search} points={points} onWhy={onWhy} />
        </div>
      )}
      {points !== undefined && points.length > 0 && (
        <NoteList periods={points.map(({ period }) => period)} programmeId={search.programme || null} />
      )}
    </Panel>
  );
}

const TrendChart = lazy(() => import('./trend-chart.tsx').then((module) => ({ default: module.TrendChart })));

interface TrendPanelProps {
  readonly search: TrendSearch;
  readonly programmes: readonly NamedProgramme[];
  readonly onChoose: (key: keyof TrendSearch, value: string) => void;
  readonly onWhy: (metricId: string) => void;
}
