import type { GroupRow } from '../../rows/group.ts';
import type { DimensionName } from '../../rows/metric.ts';
import { groupFormulas } from './group-formulas.ts';
import type { Interval } from './mean-interval.ts';
import { pairedChange } from './paired-change.ts';
import { type Suppression, suppressGroups } from './suppress-groups.ts';

export interface CountedChange {
  readonly dimension: DimensionName;
  /** Null for all programmes together. */
  readonly programmeId: string | null;
  readonly people: number;
  readonly before: number;
  readonly after: number;
  readonly mean: number;
  readonly deviation: number | null;
}

export interface MeasuredChange {
  readonly programmeId: string | null;
  readonly pairs: number | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
  readonly interval: Interval | null;
  readonly effectSize: number | null;
  readonly effectInterval: Interval | null;
  readonly absence: Suppression | null;
  readonly lineage: GroupRow;
}

/** What can be shown of the groups of one dimension: all together first, then programmes. */
export function measureChange(groups: readonly CountedChange[]): MeasuredChange[] {
  const programmes = groups.filter(({ programmeId }) => programmeId !== null);
  const hidden = suppressGroups(programmes.map(({ programmeId, people }) => ({ key: String(programmeId), people })));
  const together = groups.filter(({ programmeId }) => programmeId === null);
  const all = suppressGroups(together.map(({ people }) => ({ key: 'ALL', people })));
  return [
    ...together.map((group) => measured(group, all.get('ALL') ?? null)),
    ...programmes.map((group) => measured(group, hidden.get(String(group.programmeId)) ?? null)),
  ];
}

function measured(group: CountedChange, absence: Suppression | null): MeasuredChange {
  const { version: formulaVersion, words: formula } = groupFormulas.change;
  const { dimension, programmeId, people, before, after, mean: change, deviation } = group;
  if (absence !== null) {
    const lineage = { formulaVersion, formula, inputs: [], members: null };
    const none = { pairs: null, before: null, after: null, change: null, interval: null };
    return { programmeId, ...none, effectSize: null, effectInterval: null, absence, lineage };
  }
  const { interval, effect } = pairedChange(group);
  const inputs = [
    { name: 'matched pairs', value: people },
    { name: 'mean before', value: before },
    { name: 'mean after', value: after },
    { name: 'mean difference', value: change },
    ...(deviation === null ? [] : [{ name: 'standard deviation of the differences', value: deviation }]),
  ];
  const members = { source: { kind: 'change' as const, dimension }, key: programmeId ?? 'ALL', people, scores: null };
  const sizes = { effectSize: effect?.size ?? null, effectInterval: effect?.interval ?? null };
  const lineage = { formulaVersion, formula, inputs, members };
  return { programmeId, pairs: people, before, after, change, interval, ...sizes, absence, lineage };
}
