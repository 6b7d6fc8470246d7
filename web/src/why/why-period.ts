import type { TFunction } from 'i18next';
import { periodWords } from '../dashboard/metric-words.ts';
import type { WhyQuery } from '../generated/graphql.ts';
import type { Format } from '../language/format.ts';

/** Of which period a number is, weeks and quarters too, and of which programme where it is not of the whole company. */
export function whyPeriod(t: TFunction, format: Format, metric: NonNullable<WhyQuery['metric']>): string {
  const words = spanWords(t, format, metric);
  return metric.programme === null ? words : `${words}, ${metric.programme.name}`;
}

function spanWords(t: TFunction, format: Format, metric: NonNullable<WhyQuery['metric']>): string {
  const { grain, period, firstDay } = metric;
  if (period === null || firstDay === null) return periodWords(t, format, metric);
  if (grain === 'WEEK') return t('period.week', { week: Number(period.slice(-2)), day: format.day(firstDay) });
  if (grain === 'QUARTER') return t('period.quarter', { quarter: period.slice(-1), year: period.slice(0, 4) });
  return periodWords(t, format, metric);
}
