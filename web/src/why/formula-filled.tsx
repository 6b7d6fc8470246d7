import { useTranslation } from 'react-i18next';
import { CopyButton } from '../controls/copy-button.tsx';
import { absenceWords, metricWords, unitWords, valueWords } from '../dashboard/metric-words.ts';
import type { WhyQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { metricCitation } from './citation.ts';
import { fillFormula } from './fill-formula.ts';
import { formulaWords, inputWords } from './formula-words.ts';
import { stoodBefore } from './stood-before.ts';
import { whyPeriod } from './why-period.ts';

type WhyMetric = NonNullable<WhyQuery['metric']>;

/** The number, the formula it came from, the same with values, the inputs, and which version made it when. */
export function FormulaFilled({ metric, companyName }: { metric: WhyMetric; companyName: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { formulaVersion } = metric.lineage;
  const formula = formulaWords(t, i18n, metric.lineage);
  const inputs = metric.lineage.inputs.map(({ name, value }) => ({ name: inputWords(t, i18n, name), value }));
  const filled = fillFormula(formula, inputs, format.precise);
  const value = metric.value === null ? null : valueWords(format, metric.name, metric.value);
  const unit = metric.value === null ? '' : unitWords(t, metric.name, metric.value);
  const citation = metricCitation({
    label: metricWords(t, metric),
    period: whyPeriod(t, format, metric),
    value: value === null ? absenceWords(t, metric.absence) : `${value} ${unit}`,
    company: companyName,
    formulaVersion,
    computedAt: metric.computedAt,
    id: metric.id,
  });
  return (
    <section aria-label={t('why.number')} className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        {value === null ? (
          <p className="max-w-[48ch] text-muted">{absenceWords(t, metric.absence)}</p>
        ) : (
          <p className="flex items-baseline gap-1.5">
            <span className="text-28 font-strong tracking-tight">{value}</span>
            <span className="text-13 text-muted">{unit}</span>
          </p>
        )}
        <CopyButton text={citation} label={t('cite.label')} name={t('cite.number')} look="secondary" />
      </div>
      <div className="grid gap-2 rounded-base bg-sunken p-4">
        <p className="text-12 font-medium text-muted">{t('why.formula')}</p>
        <p className="font-mono text-13 break-words text-ink">{formula}</p>
        {filled !== null && (
          <p className="font-mono text-13 break-words text-soft">
            {filled}
            {value !== null && ` = ${value}`}
          </p>
        )}
      </div>
      {inputs.length > 0 && (
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 text-14">
          {inputs.map((input) => (
            <div key={input.name} className="col-span-2 grid grid-cols-subgrid border-b border-line py-1.5">
              <dt className="min-w-0 break-words text-soft first-letter:uppercase">{input.name}</dt>
              <dd className="text-right text-ink">{format.precise(input.value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {metric.restatement !== null && stoodBefore(metric.restatement) && value !== null && (
        <p className="text-13 text-soft">
          {t(metric.restatement.previousValue === null ? 'why.restated' : 'why.restatedFrom', {
            day: format.dateTime(metric.restatement.restatedAt),
            value: valueWords(format, metric.name, metric.restatement.previousValue ?? 0),
          })}
        </p>
      )}
      <p className="text-12 text-muted">
        {t('why.version', { version: formulaVersion, time: format.dateTime(metric.computedAt) })}
      </p>
    </section>
  );
}
