import { smallestGroup } from '@teei/runtime/smallest-group';

export type Suppression = 'GROUP_TOO_SMALL' | 'WOULD_REVEAL';

/**
 * Which groups of one total are not shown: those of one to four people; and where that is exactly one, the smallest of the others too,
 * because the total less the rest would show it.
 */
export function suppressGroups<Group extends { readonly key: string; readonly people: number }>(
  groups: readonly Group[],
): ReadonlyMap<string, Suppression> {
  const small = groups.filter(({ people }) => people > 0 && people < smallestGroup);
  const hidden = new Map<string, Suppression>(small.map(({ key }) => [key, 'GROUP_TOO_SMALL']));
  if (small.length !== 1) return hidden;
  const [next] = groups.filter(({ people }) => people >= smallestGroup).sort(bySizeAndKey);
  if (next) hidden.set(next.key, 'WOULD_REVEAL');
  return hidden;
}

function bySizeAndKey(one: { key: string; people: number }, other: { key: string; people: number }): number {
  return one.people - other.people || (one.key < other.key ? -1 : 1);
}
