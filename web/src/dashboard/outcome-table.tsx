import { useTranslation } from 'react-i18next';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { useFormat } from '../language/use-format.ts';
import { absenceWords, metricWords } from './metric-words.ts';
import type { OutcomeLevels } from './outcome-levels.ts';
import { periodTitle } from './period-words.ts';

/** The chart's numbers. Each leads to what it was made of. */
export function OutcomeTable({ series, periods, onWhy }: OutcomeLevels & { periods: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ScrollArea name={t('chart.tableName')} className="max-h-120 overflow-auto">
      <table className="w-full min-w-140 border-collapse text-14">
        <thead className="sticky top-0 bg-surface">
          <tr className="border-b border-line-strong text-13 text-muted">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('trends.period')}
            </th>
            {series.map((one) => (
              <th key={one.dimension} scope="col" className="py-2 pl-4 text-right font-medium">
                {metricWords(t, one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.toReversed().map((period) => (
            <tr key={period} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-4 text-left font-regular">
                {periodTitle(t, format, period)}
              </th>
              {series.map((one) => {
                const point = one.points.find((candidate) => candidate.period === period);
                const metric = point?.metric ?? null;
                return (
                  <td key={one.dimension} className="py-1.5 pl-4 text-right">
                    {metric === null || metric.value === null ? (
                      <span className="text-muted" title={absenceWords(t, point?.absence ?? 'NO_EVIDENCE')}>
                        <span aria-hidden="true">–</span>
                        <span className="sr-only">{absenceWords(t, point?.absence ?? 'NO_EVIDENCE')}</span>
                      </span>
                    ) : (
                      <button
                        type="button"
                        onClick={() => onWhy(metric)}
                        aria-label={t('chart.whyCell', { value: format.level(metric.value) })}
                        className="min-h-6 min-w-6 rounded-base px-1.5 text-ink underline decoration-line-strong underline-offset-4 hover:bg-accent-tint hover:decoration-accent"
                      >
                        {format.level(metric.value)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
