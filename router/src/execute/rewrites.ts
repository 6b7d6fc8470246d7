import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isOfType } from './is-of-type.ts';
import { type Data, isData } from './subgraph-data.ts';

export type Rewrites = FetchNode['inputRewrites'];

/** Small corrections that the planner asks for: another name for a key, another `__typename` (interface objects). In place. */
export function applyRewrites(value: unknown, rewrites: Rewrites, schema: GraphQLSchema): void {
  for (const rewrite of rewrites ?? []) {
    const field = rewrite.path.at(-1);
    if (field === undefined) continue;
    eachAt(value, rewrite.path.slice(0, -1), schema, (object) => {
      if (rewrite.kind === 'ValueSetter') object[field] = rewrite.setValueTo;
      else rename(object, field, rewrite.renameKeyTo);
    });
  }
}

function rename(object: Data, from: string, to: string): void {
  const value = object[from];
  if (value === undefined || value === null) return;
  object[to] = value;
  object[from] = undefined;
}

const fragmentPrefix = '... on ';

function eachAt(value: unknown, path: readonly string[], schema: GraphQLSchema, visit: (object: Data) => void): void {
  if (Array.isArray(value)) {
    for (const element of value) eachAt(element, path, schema, visit);
    return;
  }
  if (!isData(value)) return;
  const [first, ...rest] = path;
  if (first === undefined) visit(value);
  else if (!first.startsWith(fragmentPrefix)) eachAt(value[first], rest, schema, visit);
  else if (mayBe(value, first.slice(fragmentPrefix.length), schema)) eachAt(value, rest, schema, visit);
}

/** An object that does not say its type is taken to be of the type that the plan expects there. */
function mayBe(object: Data, condition: string, schema: GraphQLSchema): boolean {
  return typeof object.__typename !== 'string' || isOfType(schema, object.__typename, condition);
}
