import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from '../operation/fragments.ts';
import { isIntrospection } from '../operation/introspection.ts';
import { conditionHolds, type Variables } from './conditions.ts';
import { type Leaf, leafOf } from './leaf.ts';
import { isInheritedKey } from './subgraph-data.ts';
import { type Wrapping, wrappingOf } from './wrapping.ts';
import { giveUp, refusedWriter, type WriteValue, type WrittenField, writerOf } from './write-response.ts';

/** What every object at one place of the response looks like, worked out once per runtime type. */
export class Shape {
  readonly #layers: readonly Layer[];
  readonly #context: ShapeContext;
  readonly #slots = new Map<string, readonly Slot[]>();
  readonly #fields = new Map<string, readonly WrittenField[]>();
  readonly declaredType: GraphQLNamedType;

  constructor(layers: readonly Layer[], declaredType: GraphQLNamedType, context: ShapeContext) {
    this.#layers = layers;
    this.declaredType = declaredType;
    this.#context = context;
  }

  /** The response keys of an object of this type, in order; undefined when clients know no such object type. */
  slotsFor(typename: string): readonly Slot[] | undefined {
    const known = this.#slots.get(typename);
    if (known) return known;
    const type = this.#context.api.getType(typename);
    if (!isObjectType(type)) return undefined;
    const collected = new Map<string, Collected>();
    for (const layer of this.#layers) this.#collect(layer, type, collected);
    const slots = [...collected].flatMap(([key, entry]) => this.#slotOf(key, entry, type) ?? []);
    this.#slots.set(typename, slots);
    return slots;
  }

  /** The same for `writeResponse`. */
  fieldsFor(typename: string): readonly WrittenField[] | undefined {
    const known = this.#fields.get(typename);
    if (known) return known;
    const fields = this.slotsFor(typename)?.map((slot, index) => ({
      key: slot.key,
      prefix: `${index === 0 ? '{' : ','}${JSON.stringify(slot.key)}:`,
      write: writerFor(slot, typename),
      inherited: isInheritedKey(slot.key),
    }));
    if (fields) this.#fields.set(typename, fields);
    return fields;
  }

  #collect(layer: Layer, type: GraphQLNamedType, into: Map<string, Collected>): void {
    for (const selection of layer.set.selections) {
      if (!conditionHolds(selection, this.#context.variables)) continue;
      const refused = layer.refused || this.#context.removed.has(selection);
      if (selection.kind === Kind.FIELD) collectField(selection, refused, into);
      else {
        const set = this.#applicable(selection, type);
        if (set) this.#collect({ set, refused }, type, into);
      }
    }
  }

  #applicable(selection: Exclude<SelectionNode, FieldNode>, type: GraphQLNamedType): SelectionSetNode | undefined {
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? this.#context.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (condition === undefined || condition === type.name) return fragment?.selectionSet;
    const abstract = this.#context.api.getType(condition);
    const applies = isAbstractType(abstract) && isObjectType(type) && this.#context.api.isSubType(abstract, type);
    return applies ? fragment?.selectionSet : undefined;
  }

  #slotOf(key: string, entry: Collected, parent: GraphQLNamedType): Slot | undefined {
    const { node } = entry;
    if (node.name.value === '__typename') return { kind: 'typename', key };
    if (isIntrospection(node)) return { kind: 'introspection', key, node };
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return undefined;
    const named = getNamedType(field.type);
    const coordinate = `${parent.name}.${field.name}`;
    const valued = {
      key,
      coordinate,
      type: wrappingOf(field.type),
      refused: entry.refused,
      inherited: isInheritedKey(key),
    };
    return isLeafType(named)
      ? { ...valued, kind: 'leaf', leaf: leafOf(named) }
      : { ...valued, kind: 'object', shape: new Shape(entry.layers, named, this.#context) };
  }
}

function writerFor(slot: Slot, typename: string): WriteValue {
  if (slot.kind === 'typename') return () => `"${typename}"`;
  if (slot.kind === 'introspection') return giveUp;
  return slot.refused ? refusedWriter(slot.type) : writerOf(slot.type, slot);
}

/** One response key of an object. `refused`: the viewer may not see it, whatever a subgraph has sent under this key. */
export type Slot =
  | { readonly kind: 'typename'; readonly key: string }
  | { readonly kind: 'introspection'; readonly key: string; readonly node: FieldNode }
  | (Valued & { readonly kind: 'leaf'; readonly leaf: Leaf })
  | (Valued & { readonly kind: 'object'; readonly shape: Shape });

interface Valued {
  readonly key: string;
  /** `Type.field`, for messages. */
  readonly coordinate: string;
  readonly type: Wrapping;
  readonly refused: boolean;
  /** The key must be read as an own property. */
  readonly inherited: boolean;
}

export interface ShapeContext {
  readonly api: GraphQLSchema;
  readonly fragments: Fragments;
  readonly removed: ReadonlySet<SelectionNode>;
  readonly variables: Variables;
}

/** A selection set that applies to the objects of a shape; several are merged where a client asks for one key twice. */
export interface Layer {
  readonly set: SelectionSetNode;
  readonly refused: boolean;
}

interface Collected {
  node: FieldNode;
  refused: boolean;
  readonly layers: Layer[];
}

/** A key that is refused in one place and allowed in another (through a narrower type) is allowed. */
function collectField(node: FieldNode, refused: boolean, into: Map<string, Collected>): void {
  const key = node.alias?.value ?? node.name.value;
  const layers = node.selectionSet ? [{ set: node.selectionSet, refused }] : [];
  const known = into.get(key);
  if (!known) {
    into.set(key, { node, refused, layers });
    return;
  }
  known.refused &&= refused;
  known.layers.push(...layers);
}
