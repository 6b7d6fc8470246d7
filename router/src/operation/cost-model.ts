import { type DirectiveNode, type DocumentNode, Kind, type ValueNode } from 'graphql';

/** `@cost` and `@listSize` of a supergraph (IBM's cost specification, as Apollo Federation 2.9 carries it). */
export interface CostModel {
  /** By `Type.field`, or by type. */
  readonly weights: ReadonlyMap<string, number>;
  /** By `Type.field`. */
  readonly lists: ReadonlyMap<string, ListSize>;
}

export interface ListSize {
  readonly assumedSize: number | undefined;
  /** Arguments that say how long the list may be. */
  readonly slicingArguments: readonly string[];
  /** Fields of the returned object that are the list, when the field itself is not (a connection's `nodes`). */
  readonly sizedFields: readonly string[];
}

export function costModelOf(document: DocumentNode): CostModel {
  const weights = new Map<string, number>();
  const lists = new Map<string, ListSize>();
  for (const definition of document.definitions) {
    if (!('name' in definition) || definition.name === undefined || !('directives' in definition)) continue;
    const type = definition.name.value;
    keepWeight(weights, type, definition.directives);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const key = `${type}.${field.name.value}`;
      keepWeight(weights, key, field.directives);
      const listSize = field.directives?.find((directive) => directive.name.value === 'listSize');
      if (listSize) lists.set(key, listSizeOf(listSize));
    }
  }
  return { weights, lists };
}

function keepWeight(weights: Map<string, number>, key: string, applied: readonly DirectiveNode[] | undefined): void {
  const cost = applied?.find((directive) => directive.name.value === 'cost');
  const weight = cost && argumentOf(cost, 'weight');
  if (weight?.kind === Kind.INT) weights.set(key, Number(weight.value));
}

function listSizeOf(directive: DirectiveNode): ListSize {
  const assumed = argumentOf(directive, 'assumedSize');
  return {
    assumedSize: assumed?.kind === Kind.INT ? Number(assumed.value) : undefined,
    slicingArguments: stringsOf(argumentOf(directive, 'slicingArguments')),
    sizedFields: stringsOf(argumentOf(directive, 'sizedFields')),
  };
}

function argumentOf(directive: DirectiveNode, name: string): ValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

function stringsOf(value: ValueNode | undefined): readonly string[] {
  if (value?.kind === Kind.STRING) return [value.value];
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((each) => (each.kind === Kind.STRING ? [each.value] : []));
}
