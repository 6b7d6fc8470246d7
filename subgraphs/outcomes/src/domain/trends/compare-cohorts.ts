import type { CohortFilter, GroupRow } from '../../rows/group.ts';
import { groupFormulas } from './group-formulas.ts';
import { type Interval, meanInterval } from './mean-interval.ts';
import { type Suppression, suppressGroups } from './suppress-groups.ts';

export interface CountedCohort {
  readonly key: string;
  readonly people: number;
  readonly scores: number;
  readonly mean: number;
  readonly deviation: number | null;
}

export interface ComparedCohort {
  readonly key: string;
  readonly people: number | null;
  readonly mean: number | null;
  readonly interval: Interval | null;
  readonly absence: Suppression | null;
  readonly lineage: GroupRow;
}

export const mostCohorts = 10;

/**
 * What can be shown of cohorts, in the order of their keys. Suppression is reckoned over all there are, so which ones are asked for
 * makes no difference to what is shown.
 */
export function compareCohorts(
  filter: CohortFilter,
  all: readonly CountedCohort[],
  asked: readonly string[] | null,
): ComparedCohort[] {
  const hidden = suppressGroups(all);
  const listed = asked ? all.filter(({ key }) => asked.includes(key)) : largest(all);
  return listed.map((cohort) => compared(filter, cohort, hidden.get(cohort.key) ?? null));
}

function largest(all: readonly CountedCohort[]): readonly CountedCohort[] {
  const kept = new Set([...all].sort((one, other) => other.people - one.people).slice(0, mostCohorts));
  return all.filter((cohort) => kept.has(cohort));
}

function compared(filter: CohortFilter, cohort: CountedCohort, absence: Suppression | null): ComparedCohort {
  const { version: formulaVersion, words: formula } = groupFormulas.cohort;
  const { key, people, scores, mean, deviation } = cohort;
  if (absence !== null) {
    const lineage = { formulaVersion, formula, inputs: [], members: null };
    return { key, people: null, mean: null, interval: null, absence, lineage };
  }
  const interval = meanInterval(cohort);
  const inputs = [
    { name: 'participants', value: people },
    { name: 'scores', value: scores },
    { name: 'mean', value: mean },
    ...(deviation === null ? [] : [{ name: 'standard deviation', value: deviation }]),
  ];
  const members = { source: { kind: 'cohort' as const, ...filter }, key, people, scores };
  const lineage = { formulaVersion, formula, inputs, members };
  return { key, people, mean, interval: interval && cut(interval), absence, lineage };
}

/** A level is between 0 and 1. */
function cut({ low, high }: Interval): Interval {
  return { low: Math.max(0, low), high: Math.min(1, high) };
}
