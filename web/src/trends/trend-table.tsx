import { useTranslation } from 'react-i18next';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { absenceWords, valueWords } from '../dashboard/metric-words.ts';
import { periodTitle } from '../dashboard/period-words.ts';
import { useFormat } from '../language/use-format.ts';
import { stoodBefore } from '../why/stood-before.ts';
import type { TrendSearch } from './trend-search.ts';
import type { TrendPoint } from './trend-words.ts';

/** The line's numbers, the newest first. Each leads to what it was made of; one that was restated says what it was. */
export function TrendTable({ search, points, onWhy }: TrendTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { metric, window } = search;
  return (
    <ScrollArea name={t('trends.tableName')} className="max-h-80 overflow-auto">
      <table className="w-full border-collapse text-14">
        <thead className="sticky top-0 bg-surface">
          <tr className="border-b border-line-strong text-13 text-muted">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('trends.period')}
            </th>
            <th scope="col" className="py-2 pl-4 text-right font-medium">
              {t('trends.value')}
            </th>
            {window > 1 && (
              <th scope="col" className="py-2 pl-4 text-right font-medium">
                {t('trends.average')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.period} className="border-b border-line align-top">
              <th scope="row" className="py-1.5 pr-4 text-left font-regular">
                {periodTitle(t, format, point.period)}
                {point.metric?.restatement && stoodBefore(point.metric.restatement) && point.value !== null && (
                  <span className="block text-12 text-muted">
                    {t(point.metric.restatement.previousValue === null ? 'trends.restated' : 'trends.restatedFrom', {
                      day: format.date(point.metric.restatement.restatedAt),
                      value: valueWords(format, metric, point.metric.restatement.previousValue ?? 0),
                    })}
                  </span>
                )}
              </th>
              <td className="py-1.5 pl-4 text-right">
                <Value point={point} metric={metric} onWhy={onWhy} />
              </td>
              {window > 1 && (
                <td className="py-1.5 pl-4 text-right text-soft">
                  {point.movingAverage === null ? '–' : averageWords(format, metric, point.movingAverage)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Value({
  point,
  metric,
  onWhy,
}: {
  point: TrendPoint;
  metric: TrendSearch['metric'];
  onWhy: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value, metric: behind } = point;
  if (value === null) {
    const reason = absenceWords(t, point.absence);
    return (
      <span className="text-muted" title={reason}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{reason}</span>
      </span>
    );
  }
  const words = valueWords(format, metric, value);
  if (behind === null) return words;
  return (
    <button
      type="button"
      onClick={() => onWhy(behind.id)}
      aria-label={t('chart.whyCell', { value: words })}
      className="min-h-6 min-w-6 rounded-base px-1.5 text-ink underline decoration-line-strong underline-offset-4 hover:bg-accent-tint hover:decoration-accent"
    >
      {words}
    </button>
  );
}

/** A mean of counts is no count. */
function averageWords(format: ReturnType<typeof useFormat>, metric: TrendSearch['metric'], value: number): string {
  return metric === 'OUTCOME_LEVEL' ? format.level(value) : format.hours(value);
}

interface TrendTableProps {
  readonly search: TrendSearch;
  readonly points: readonly TrendPoint[];
  readonly onWhy: (metricId: string) => void;
}
