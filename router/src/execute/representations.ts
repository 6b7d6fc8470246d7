import type { Requirement } from './requirement.ts';
import type { Data } from './subgraph-data.ts';

/** The entities to ask a subgraph for, each once, and which of ours each answer belongs to. */
export interface Representations {
  readonly values: readonly Data[];
  readonly owners: readonly (readonly number[])[];
}

/** Entities without a key that the fetch requires are left out. Equal representations are sent once. */
export function representationsOf(entities: readonly Data[], requirement: Requirement): Representations {
  const values: Data[] = [];
  const owners: number[][] = [];
  const positions = new Map<unknown, number[]>();
  for (let index = 0; index < entities.length; index++) {
    const entity = entities[index];
    const key = entity && requirement.keyOf(entity);
    if (key === undefined) continue;
    const known = positions.get(key);
    if (known) {
      known.push(index);
      continue;
    }
    const owning = [index];
    positions.set(key, owning);
    owners.push(owning);
    values.push(requirement.valueOf(entity as Data));
  }
  return { values, owners };
}
