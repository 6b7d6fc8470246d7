import type { TFunction } from 'i18next';
import type { TrendLineQuery } from '../generated/graphql.ts';
import type { Format } from '../language/format.ts';

export type TrendPoint = NonNullable<TrendLineQuery['trend']>['points'][number];

export interface NamedProgramme {
  readonly id: string;
  readonly name: string;
}

/**
 * "week 7, from 9 Feb 2026", "February 2026", "Q1 2026": read from how the period is written, not from what is asked for. While an answer
 * is on its way, the points of the one before it are still shown.
 */
export function pointWords(
  t: TFunction,
  format: Format,
  { period, firstDay }: Pick<TrendPoint, 'period' | 'firstDay'>,
): string {
  if (period.includes('W')) return t('period.week', { week: Number(period.slice(-2)), day: format.day(firstDay) });
  return period.includes('Q') ? quarterWords(t, period) : format.month(period);
}

/** As the axis of a chart has room for. */
export function shortPointWords(t: TFunction, format: Format, { period }: Pick<TrendPoint, 'period'>): string {
  if (period.includes('Q')) return quarterWords(t, period);
  if (period.includes('W')) return period.replace('-', ' ');
  return period.endsWith('-01') ? `${format.shortMonth(period)} ${period.slice(0, 4)}` : format.shortMonth(period);
}

function quarterWords(t: TFunction, period: string): string {
  return t('period.quarter', { quarter: period.slice(-1), year: period.slice(0, 4) });
}
