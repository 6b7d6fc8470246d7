import type { TFunction } from 'i18next';
import type { Format } from '../language/format.ts';
import { firstDayOf, grainOf } from './period.ts';

/** "week 7, from 9 Feb 2026", "February 2026", "Q1 2026" */
export function periodTitle(t: TFunction, format: Format, period: string): string {
  if (grainOf(period) === 'QUARTER') return quarterWords(t, period);
  if (grainOf(period) === 'MONTH') return format.month(period);
  return t('period.week', { week: numberOf(period), day: format.day(firstDayOf(period).toISOString()) });
}

/** As the axis of a chart has room for. */
export function shortPeriod(t: TFunction, format: Format, period: string): string {
  if (grainOf(period) === 'QUARTER') return quarterWords(t, period);
  if (grainOf(period) === 'WEEK') return period.replace('-', ' ');
  return period.endsWith('-01') ? `${format.shortMonth(period)} ${period.slice(0, 4)}` : format.shortMonth(period);
}

/** The name alone, and the name after "in": Ukrainian has a case for it that Intl does not know. */
export function periodName(t: TFunction, period: string): { name: string; inPeriod: string } {
  const grain = grainOf(period);
  if (grain === 'MONTH') {
    const number = period.slice(5) as MonthNumber;
    return { name: t(`month.${number}`), inPeriod: t(`inMonth.${number}`) };
  }
  const number = numberOf(period);
  return { name: t(`periodName.${grain}`, { number }), inPeriod: t(`inPeriod.${grain}`, { number }) };
}

type MonthNumber = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12';

function numberOf(period: string): number {
  return Number(period.replace(/^.*[-WQ]/, ''));
}

function quarterWords(t: TFunction, period: string): string {
  return t('period.quarter', { quarter: period.slice(-1), year: period.slice(0, 4) });
}
