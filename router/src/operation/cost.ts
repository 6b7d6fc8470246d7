import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { CostModel, ListSize } from './cost-model.ts';
import type { Fragments } from './fragments.ts';

/** An upper estimate of what the operation makes subgraphs produce, for the given variables. */
export type Cost = (variables: Readonly<Record<string, unknown>>) => number;

/**
 * Compiles an operation to its cost. An object costs 1, a leaf nothing, unless `@cost` says otherwise; a list
 * multiplies what is in it. Branches of `@skip`, `@include` and of fragments all count.
 */
export function costOf(operation: OperationDefinitionNode, fragments: Fragments, facts: CostFacts): Cost {
  const root = facts.api.getRootType(operation.operation);
  if (!root) return () => 0;
  const compiler = new CostCompiler(fragments, facts);
  // A write is dearer than reading what it returns.
  const base = operation.operation === 'mutation' ? 10 : 0;
  const selections = compiler.ofSelections(operation.selectionSet.selections, root, noSizes);
  return (variables) => base + selections(variables);
}

export interface CostFacts {
  readonly api: GraphQLSchema;
  readonly costs: CostModel;
  readonly assumedListSize: number;
}

const noSizes: ReadonlyMap<string, Cost> = new Map();

class CostCompiler {
  readonly #fragments: Fragments;
  readonly #facts: CostFacts;

  constructor(fragments: Fragments, facts: CostFacts) {
    this.#fragments = fragments;
    this.#facts = facts;
  }

  /** `sizes` holds how long the lists are that the field above has sized (`sizedFields`). */
  ofSelections(selections: readonly SelectionNode[], parent: GraphQLNamedType, sizes: ReadonlyMap<string, Cost>): Cost {
    const parts = selections.map((selection) => this.#ofSelection(selection, parent, sizes));
    return (variables) => parts.reduce((sum, part) => sum + part(variables), 0);
  }

  #ofSelection(selection: SelectionNode, parent: GraphQLNamedType, sizes: ReadonlyMap<string, Cost>): Cost {
    if (selection.kind === Kind.FIELD) return this.#ofField(selection, parent, sizes);
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
    if (!fragment) return () => 0;
    const on = fragment.typeCondition && this.#facts.api.getType(fragment.typeCondition.name.value);
    return this.ofSelections(fragment.selectionSet.selections, on ?? parent, sizes);
  }

  #ofField(node: FieldNode, parent: GraphQLNamedType, sizes: ReadonlyMap<string, Cost>): Cost {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    // Introspection is answered from memory and has limits of its own.
    if (!field) return () => 0;
    const key = `${parent.name}.${field.name}`;
    const type = getNamedType(field.type);
    const weight =
      this.#facts.costs.weights.get(key) ?? this.#facts.costs.weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
    const list = this.#facts.costs.lists.get(key);
    const size = list ? this.#sizeOf(list, node, field) : undefined;
    const innerSizes = list && size ? new Map(list.sizedFields.map((name) => [name, size])) : noSizes;
    const inner = this.ofSelections(node.selectionSet?.selections ?? [], type, innerSizes);
    const own = this.#timesOf(field, sizes.get(field.name) ?? (list?.sizedFields.length ? undefined : size));
    return own ? (variables) => own(variables) * (weight + inner(variables)) : (variables) => weight + inner(variables);
  }

  #timesOf(field: GraphQLField<unknown, unknown>, size: Cost | undefined): Cost | undefined {
    if (!isListType(getNullableType(field.type))) return undefined;
    return size ?? (() => this.#facts.assumedListSize);
  }

  #sizeOf(list: ListSize, node: FieldNode, field: GraphQLField<unknown, unknown>): Cost {
    const slices = list.slicingArguments.map((name) => sliceOf(name, node, field));
    const otherwise = list.assumedSize ?? this.#facts.assumedListSize;
    return (variables) => {
      const given = slices.map((slice) => slice(variables)).filter((slice) => slice !== undefined);
      return given.length === 0 ? otherwise : Math.max(0, ...given);
    };
  }
}

function sliceOf(
  name: string,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
): (variables: Readonly<Record<string, unknown>>) => number | undefined {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const fallback = numberOf(field.args.find((argument) => argument.name === name)?.defaultValue);
  if (given?.kind === Kind.INT) return () => Number(given.value);
  if (given?.kind !== Kind.VARIABLE) return () => fallback;
  return (variables) => numberOf(variables[given.name.value]) ?? fallback;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
