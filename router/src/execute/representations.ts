import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isOfType } from './is-of-type.ts';
import { applyRewrites, type Rewrites } from './rewrites.ts';
import { type Data, isData, mergeInto } from './subgraph-data.ts';

/** The entities to ask a subgraph for, each once, and which of ours each answer belongs to. */
export interface Representations {
  readonly values: readonly Data[];
  readonly owners: readonly (readonly number[])[];
}

/** Entities without a key that the fetch requires are left out. Equal representations are sent once. */
export function representationsOf(
  entities: readonly Data[],
  requires: readonly QueryPlanSelectionNode[],
  rewrites: Rewrites,
  schema: GraphQLSchema,
): Representations {
  const values: Data[] = [];
  const owners: number[][] = [];
  const positions = new Map<string, number>();
  for (let index = 0; index < entities.length; index++) {
    const entity = entities[index];
    const value = entity && select(entity, requires, schema);
    if (!value || typeof value.__typename !== 'string') continue;
    if (rewrites) applyRewrites(value, rewrites, schema);
    const key = keyOf(value);
    const position = positions.get(key);
    if (position !== undefined) {
      owners[position]?.push(index);
      continue;
    }
    positions.set(key, values.length);
    values.push(value);
    owners.push([index]);
  }
  return { values, owners };
}

/** Equal for equal representations: both were selected in the same order. Most have a type and one short key. */
function keyOf(value: Data): string {
  let key = '';
  for (const name in value) {
    const part = value[name];
    // The length in front keeps ("ab", "c") apart from ("a", "bc").
    if (typeof part === 'string') key += `${name}${part.length}:${part}`;
    else key += `${name}=${JSON.stringify(part)}`;
  }
  return key;
}

/** Null when a field that is asked for has not been fetched. */
function select(source: unknown, selections: readonly QueryPlanSelectionNode[], schema: GraphQLSchema): Data | null {
  if (!isData(source)) return null;
  let result: Data = {};
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      if (selection.typeCondition === undefined || !isOfType(schema, source.__typename, selection.typeCondition))
        continue;
      const part = select(source, selection.selections, schema);
      // A fragment for this type that is incomplete brings nothing; then the __typename is missing and the entity is left out.
      if (part && selections.length === 1) result = part;
      else if (part) mergeInto(result, part);
      continue;
    }
    const key = selection.alias ?? selection.name;
    const value = source[key];
    if (value === undefined) return null;
    result[key] = selection.selections ? selectWithin(value, selection.selections, schema) : value;
  }
  return result;
}

function selectWithin(value: unknown, selections: readonly QueryPlanSelectionNode[], schema: GraphQLSchema): unknown {
  if (Array.isArray(value)) return value.map((each) => selectWithin(each, selections, schema));
  return select(value, selections, schema);
}
