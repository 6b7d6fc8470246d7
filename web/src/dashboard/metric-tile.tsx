import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadMenu } from '../charts/download-menu.tsx';
import { Icon } from '../controls/icon.tsx';
import type { TileMetricFragment } from '../generated/graphql.ts';
import { TermTip } from '../help/term-tip.tsx';
import { type Term, termOfAbsence } from '../help/terms.ts';
import { useFormat } from '../language/use-format.ts';
import { changeOf } from './change.ts';
import { levelAxis } from './level-axis.ts';
import { LevelScale } from './level-scale.tsx';
import { absenceWords, changeWords, digitsOf, metricWords, sentence, unitWords, valueWords } from './metric-words.ts';
import { periodsUpTo } from './period.ts';
import { periodTitle } from './period-words.ts';
import { Sparkline } from './sparkline.tsx';
import { tileDrawing, tileTable } from './tile-file.ts';
import { lastPeriod, type TileSeries, valueIn } from './tile-series.ts';

/** Label, number, unit; the change in words; a line of periods; when it was last true; and why. */
export function MetricTile({ series, onWhy, nothing }: MetricTileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useId();
  const { name, dimension, shown } = series;
  const label = metricWords(t, series);
  const term = termOfAbsence(shown?.absence ?? null) ?? termsOfMetrics[name];
  return (
    <article
      aria-labelledby={heading}
      className="relative grid min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto] gap-3 rounded-base border border-line bg-surface p-4"
    >
      <Wash value={shown?.value ?? null} />
      <div className="relative flex min-h-6 items-center gap-1">
        <h2 id={heading} className="text-13 font-medium text-soft">
          {label}
        </h2>
        {term !== undefined && <TermTip term={term} />}
      </div>
      {shown === null && nothing !== undefined ? (
        nothing
      ) : shown === null || shown.value === null ? (
        <p className="max-w-[36ch] text-13 text-muted">{absenceWords(t, shown?.absence ?? 'NO_EVIDENCE')}</p>
      ) : (
        <div className="relative grid grid-cols-[minmax(0,1fr)] content-start gap-3">
          <div className="flex items-end justify-between gap-3">
            <p className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
              <span
                className={`font-strong tracking-tight text-ink tabular-nums ${dimension === null ? 'text-40' : 'text-28'}`}
              >
                {valueWords(format, name, shown.value)}
              </span>
              <span className="text-13 text-muted">{unitWords(t, name, shown.value)}</span>
            </p>
            <Sparkline
              values={lastTwelve(series)}
              {...(dimension === null ? {} : { scale: scaleOf(lastTwelve(series)) })}
              className={dimension === null ? 'h-11 w-20 shrink-0' : 'h-9 w-20 shrink-0'}
            />
          </div>
          {dimension !== null && <LevelScale level={shown.value} />}
          <ChangeInWords series={series} />
        </div>
      )}
      <TileFooter series={series} heading={heading} onWhy={onWhy} />
    </article>
  );
}

const termsOfMetrics: Readonly<Record<string, Term>> = { SROI: 'sroi', VIS: 'vis' };

interface MetricTileProps {
  readonly series: TileSeries;
  readonly onWhy: (metric: TileMetricFragment) => void;
  /** What stands there until the metric exists at all. */
  readonly nothing?: ReactNode;
}

/** When it was last true, the files of it, and why. */
function TileFooter({ series, heading, onWhy }: Omit<MetricTileProps, 'nothing'> & { heading: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shown } = series;
  const metric = shown?.metric ?? null;
  return (
    <footer className="relative flex flex-wrap items-center gap-x-1 border-t border-line pt-2">
      <span className="text-12 whitespace-nowrap text-muted">
        {metric !== null && (
          <>
            <span className="sr-only">{t('tile.asOf')} </span>
            <time dateTime={metric.computedAt}>{format.moment(metric.computedAt)}</time>
          </>
        )}
      </span>
      <span className="ml-auto flex shrink-0 items-center">
        {shown !== null && (
          <DownloadMenu
            name={metricWords(t, series)}
            {...(series.at === null ? {} : { note: periodTitle(t, format, series.at) })}
            table={() => tileTable(t, format, series)}
            drawing={() => tileDrawing(t, format, series)}
          />
        )}
        {metric !== null && (
          <button
            type="button"
            onClick={() => onWhy(metric)}
            aria-describedby={heading}
            className="-mr-1.5 inline-flex min-h-6 shrink-0 items-center gap-1 rounded-base px-1.5 py-0.5 text-12 font-medium text-accent hover:bg-accent-tint"
          >
            <Icon name="why" className="size-3.5" />
            {t('tile.why')}
          </button>
        )}
      </span>
    </footer>
  );
}

/** Of a chosen period the number itself says what it is of, so that only the comparison is left to say. */
function ChangeInWords({ series }: { series: TileSeries }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = changeOf(series, new Date(), digitsOf[series.name]);
  if (change === null) return null;
  const words = changeWords(t, format, series.name, change);
  return (
    <p className="text-13 text-muted">
      {series.at === null && (
        <>
          <span className="text-soft">{words.latest}</span>
          <span aria-hidden="true"> · </span>
          <span className="sr-only">, </span>
        </>
      )}
      {change.kind !== 'nothingBefore' && change.kind !== 'same' && (
        <span aria-hidden="true">{change.kind === 'more' ? '▲ ' : '▼ '}</span>
      )}
      {series.at === null ? words.change : sentence(words.change)}
    </p>
  );
}

/** A short wash of colour behind a number that has just changed. It is not there before the first change. */
function Wash({ value }: { value: number | null }) {
  const first = useRef(value);
  if (value === first.current) return null;
  return (
    <span
      key={value}
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 rounded-base animate-[tile-changed_1s_ease-out]"
    />
  );
}

/** Levels on their own part of the scale, as in the chart below. */
function scaleOf(levels: readonly (number | null)[]): readonly [number, number] {
  const { min, max } = levelAxis(levels);
  return [min, max];
}

function lastTwelve(series: TileSeries): (number | null)[] {
  const last = lastPeriod([series]);
  return last === null ? [] : periodsUpTo(last, 12).map((period) => valueIn(series, period));
}
