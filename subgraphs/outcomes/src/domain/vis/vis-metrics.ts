import { smallestGroup } from '@teei/runtime/smallest-group';
import type { MetricToKeep } from '../../rows/metric.ts';
import { formulas } from '../formulas.ts';
import { type VisParts, vis1, vis2 } from './volunteer-impact.ts';

/** Both versions of the score for a company's volunteers together. Never for one of them: fewer than five have none. */
export function visMetrics(group: VisGroup): MetricToKeep[] {
  const { volunteers, pairs } = group;
  const tooSmall = (people: number): boolean => people > 0 && people < smallestGroup;
  const means = volunteers === 0 ? null : meansOf(group);
  const meanDelta = group.meanDelta ?? 0;
  const absence = volunteers === 0 ? 'NO_EVIDENCE' : tooSmall(volunteers) || tooSmall(pairs) ? 'GROUP_TOO_SMALL' : null;
  const older = means && vis1({ ...means, improvement: meanDelta });
  const newer = means && vis2({ ...means, pairs, meanDelta });
  return [
    metricOf('VIS', newer, absence ?? (newer === null ? 'NO_MATCHED_PAIRS' : null), group),
    metricOf('VIS_1', older, absence, group),
  ];
}

function meansOf({ volunteers, hours, sessions, activeMonths, enrolledMonths }: VisGroup) {
  return {
    hours: hours / volunteers,
    sessionsAMonth: sessions / enrolledMonths,
    activeShare: activeMonths / enrolledMonths,
  };
}

function metricOf(
  name: 'VIS' | 'VIS_1',
  parts: VisParts | null,
  absence: string | null,
  group: VisGroup,
): MetricToKeep {
  const shown = absence === null ? parts : null;
  return {
    ...{ name, period: null, dimensions: [], absence },
    value: shown?.score ?? null,
    formulaVersion: formulas[name].version,
    inputs: shown === null ? [] : inputsOf(name, shown, group),
    contributions: shown === null ? [] : contributionsOf(name, shown, group),
  };
}

function inputsOf(name: 'VIS' | 'VIS_1', { hours, steadiness, outcome }: VisParts, group: VisGroup) {
  const { volunteers, pairs } = group;
  const { activeShare, sessionsAMonth } = meansOf(group);
  return [
    { name: 'points for hours', value: hours },
    { name: 'points for steadiness', value: steadiness },
    { name: 'points for change', value: outcome },
    { name: 'volunteers', value: volunteers },
    { name: 'hours a volunteer', value: group.hours / volunteers },
    name === 'VIS'
      ? { name: 'share of active months', value: activeShare }
      : { name: 'sessions a volunteer and month', value: sessionsAMonth },
    { name: 'participants with matched pairs', value: pairs },
    ...(pairs > 0 ? [{ name: 'mean change of the pairs', value: group.meanDelta ?? 0 }] : []),
  ];
}

function contributionsOf(name: 'VIS' | 'VIS_1', { hours, steadiness, outcome }: VisParts, group: VisGroup) {
  const { activeShare, sessionsAMonth } = meansOf(group);
  const change =
    name === 'VIS'
      ? `(${group.pairs} × ${short(group.meanDelta ?? 0)} + 5 × 0) / (${group.pairs} + 5)`
      : short(group.meanDelta ?? 0);
  return [
    {
      name: 'points for hours',
      value: 0.3 * hours,
      formula: `0.3 × min(100, ${short(group.hours / group.volunteers)})`,
      source: null,
    },
    {
      name: 'points for steadiness',
      value: 0.3 * steadiness,
      formula: name === 'VIS' ? `0.3 × ${short(activeShare)} × 100` : `0.3 × C(${short(sessionsAMonth)})`,
      source: null,
    },
    { name: 'points for change', value: 0.4 * outcome, formula: `0.4 × O(${change})`, source: null },
  ];
}

function short(value: number): string {
  return String(Math.round(value * 1e3) / 1e3);
}

interface VisGroup {
  readonly volunteers: number;
  readonly hours: number;
  readonly sessions: number;
  readonly activeMonths: number;
  readonly enrolledMonths: number;
  readonly pairs: number;
  readonly meanDelta: number | null;
}
