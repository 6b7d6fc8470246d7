import type { TFunction } from 'i18next';
import type { MetricName, TileMetricFragment } from '../generated/graphql.ts';
import type { Format } from '../language/format.ts';
import type { Change } from './change.ts';
import type { Finding } from './finding.ts';
import type { Grain } from './period.ts';
import { periodName } from './period-words.ts';

/** Numbers of each metric as they are shown: persons and sessions whole, hours to a tenth, levels with two decimals. */
export const digitsOf = {
  PARTICIPANTS: 0,
  SESSIONS: 0,
  VOLUNTEER_HOURS: 1,
  OUTCOME_LEVEL: 2,
  SROI: 2,
  VIS: 1,
  VIS_1: 1,
} as const satisfies Record<MetricName, number>;

export function valueWords(format: Format, name: MetricName, value: number): string {
  const write = {
    PARTICIPANTS: format.whole,
    SESSIONS: format.whole,
    VOLUNTEER_HOURS: format.hours,
    OUTCOME_LEVEL: format.level,
    SROI: format.level,
    VIS: format.hours,
    VIS_1: format.hours,
  };
  return write[name](value);
}

/** "hours" beside 12; the word that the number asks for, which in Ukrainian is one of three. */
export function unitWords(t: TFunction, name: MetricName, value: number): string {
  return t(`unit.${name}`, { count: value });
}

export function metricWords(t: TFunction, { name, dimension }: Pick<TileMetricFragment, 'name' | 'dimension'>): string {
  return dimension === null ? t(`metric.${name}`) : t(`dimension.${dimension}`);
}

export function periodWords(t: TFunction, format: Format, { month, from, to }: MetricPeriod): string {
  if (from !== null && to !== null) return t('period.between', { from: format.month(from), to: format.month(to) });
  return month === null ? t('period.allTime') : format.month(month);
}

type MetricPeriod = Pick<TileMetricFragment, 'month' | 'from' | 'to'>;

/** Why there is no number, in a sentence; a reason that we have no words for is shown as it came. */
export function absenceWords(t: TFunction, absence: string | null): string {
  switch (absence) {
    case 'NO_EVIDENCE':
    case 'NO_MATCHED_PAIRS':
    case 'GROUP_TOO_SMALL':
    case 'WOULD_REVEAL':
      return t(`absence.${absence}`);
    case null:
      return t('absence.unknown');
    default:
      return absence;
  }
}

/** "November so far: 34", "12 fewer than in all of October" */
export function changeWords(
  t: TFunction,
  format: Format,
  name: MetricName,
  change: Change,
): { latest: string; change: string } {
  const { name: month, inPeriod: inMonth } = periodName(t, change.period);
  const before = periodName(t, change.before);
  const value = valueWords(format, name, change.value);
  const latest = sentence(t(change.running ? 'change.latestRunning' : 'change.latest', { month, inMonth, value }));
  if (change.kind === 'nothingBefore')
    return { latest, change: t('change.nothingBefore', { inMonth: before.inPeriod }) };
  const amount = valueWords(format, name, change.amount);
  const comparison = name === 'OUTCOME_LEVEL' ? 'level' : change.running ? 'running' : 'count';
  return {
    latest,
    change: t(`change.${comparison}.${change.kind}`, { amount, inMonth: before.inPeriod, before: before.name }),
  };
}

/** A finding speaks of months; over weeks and quarters nothing is claimed. */
export function findingWords(t: TFunction, format: Format, finding: Finding | null, grain: Grain = 'MONTH'): string {
  if (finding === null || grain !== 'MONTH') return t(`finding.none.${grain}`);
  if (finding.kind === 'rose' || finding.kind === 'fell') {
    return t(`finding.${finding.kind}.${finding.dimension}`, {
      from: format.level(finding.from),
      to: format.level(finding.to),
    });
  }
  return t(`finding.${finding.kind}`);
}

/** Month names are lower case in Ukrainian and Norwegian; a sentence begins with a capital in all. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
