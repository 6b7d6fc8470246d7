import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { isOfType } from './is-of-type.ts';
import { applyRewrites, type Rewrites } from './rewrites.ts';
import { type Data, isData, mergeInto } from './subgraph-data.ts';

/** What a fetch needs to know of an entity: its keys, and the fields that other fields require. */
export interface Requirement {
  /** The same, as a key of a Map, only for entities with equal representations; undefined for one that lacks something, and is not asked for. */
  keyOf(entity: Data): unknown;
  /** The representation. Only for entities that have a key. */
  valueOf(entity: Data): Data;
}

export function requirementOf(
  selections: readonly QueryPlanSelectionNode[],
  rewrites: Rewrites,
  schema: GraphQLSchema,
): Requirement {
  const plain = rewrites?.length ? undefined : plainFragmentIn(selections);
  if (!plain) return new AnyRequirement(selections, rewrites, schema);
  const [key, ...others] = plain.names.filter((name) => name !== '__typename');
  const hasOneKey = key !== undefined && others.length === 0 && isObjectType(schema.getType(plain.typeCondition));
  return hasOneKey ? new OneKeyRequirement(plain.typeCondition, key) : new PlainRequirement(plain, schema);
}

interface PlainFragment {
  readonly typeCondition: string;
  readonly names: readonly string[];
}

/** Nearly all plans require one fragment of leaf fields: a type and its key. */
function plainFragmentIn(selections: readonly QueryPlanSelectionNode[]): PlainFragment | undefined {
  const [fragment, ...others] = selections;
  if (fragment?.kind !== 'InlineFragment' || fragment.typeCondition === undefined || others.length > 0)
    return undefined;
  const names: string[] = [];
  for (const field of fragment.selections) {
    if (field.kind !== 'Field' || field.selections) return undefined;
    names.push(field.alias ?? field.name);
  }
  return names.includes('__typename') ? { typeCondition: fragment.typeCondition, names } : undefined;
}

/** All entities are of one type, so the value of their key tells them apart by itself. */
class OneKeyRequirement implements Requirement {
  readonly #typename: string;
  readonly #key: string;

  constructor(typename: string, key: string) {
    this.#typename = typename;
    this.#key = key;
  }

  keyOf(entity: Data): unknown {
    return entity.__typename === this.#typename ? entity[this.#key] : undefined;
  }

  valueOf(entity: Data): Data {
    const value: Data = { __typename: this.#typename };
    value[this.#key] = entity[this.#key];
    return value;
  }
}

class PlainRequirement implements Requirement {
  readonly #names: readonly string[];
  readonly #typeCondition: string;
  readonly #schema: GraphQLSchema;

  constructor({ typeCondition, names }: PlainFragment, schema: GraphQLSchema) {
    this.#names = names;
    this.#typeCondition = typeCondition;
    this.#schema = schema;
  }

  keyOf(entity: Data): string | undefined {
    if (!isOfType(this.#schema, entity.__typename, this.#typeCondition)) return undefined;
    let key = '';
    for (const name of this.#names) {
      const part = entity[name];
      if (part === undefined) return undefined;
      key += keyPart(part);
    }
    return key;
  }

  valueOf(entity: Data): Data {
    const value: Data = {};
    for (const name of this.#names) value[name] = entity[name];
    return value;
  }
}

class AnyRequirement implements Requirement {
  readonly #selections: readonly QueryPlanSelectionNode[];
  readonly #rewrites: Rewrites;
  readonly #schema: GraphQLSchema;

  constructor(selections: readonly QueryPlanSelectionNode[], rewrites: Rewrites, schema: GraphQLSchema) {
    this.#selections = selections;
    this.#rewrites = rewrites;
    this.#schema = schema;
  }

  keyOf(entity: Data): string | undefined {
    const value = select(entity, this.#selections, this.#schema);
    if (!value || typeof value.__typename !== 'string') return undefined;
    if (this.#rewrites) applyRewrites(value, this.#rewrites, this.#schema);
    let key = '';
    for (const name in value) key += `${name}=${keyPart(value[name])}`;
    return key;
  }

  valueOf(entity: Data): Data {
    const value = select(entity, this.#selections, this.#schema) ?? {};
    if (this.#rewrites) applyRewrites(value, this.#rewrites, this.#schema);
    return value;
  }
}

/** The length in front keeps ("ab", "c") apart from ("a", "bc"). */
function keyPart(value: unknown): string {
  return typeof value === 'string' ? `${value.length}:${value}` : `=${JSON.stringify(value)};`;
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
