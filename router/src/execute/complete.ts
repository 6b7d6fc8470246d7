import type { FieldNode } from 'graphql';
import type { Shape, Slot } from './shape.ts';
import { type Data, emptyData, isData, ownProperty, type Path } from './subgraph-data.ts';
import type { Wrapping } from './wrapping.ts';

/**
 * Makes the response out of what the subgraphs sent: exactly the keys that the client asked for, null for what is
 * refused or missing, and nulls carried up to the nearest nullable place.
 */
export function completeResponse(data: Data, shape: Shape, listener: CompletionListener): Data | null {
  return completeObject(data, shape, [], listener) ?? null;
}

export interface CompletionListener {
  introspect(field: FieldNode): unknown;
  /** Whether the object is a reference to something that is no more: all of it but its key is missing. */
  isUnknown(object: Data): boolean;
  /** A subgraph sent null where the schema promises a value, or something of another type. */
  onProblem(message: string, path: Path): void;
}

/** A null that has to be carried up. */
const bubble = undefined;

function completeObject(source: Data, shape: Shape, path: Path, listener: CompletionListener): Data | null | undefined {
  // Where the type is certain the planner does not ask for __typename.
  const typename = source.__typename;
  const name = typeof typename === 'string' ? typename : shape.declaredType.name;
  const slots = shape.slotsFor(name);
  if (!slots) {
    listener.onProblem(`A subgraph sent an object of the unknown type "${name}"`, [...path]);
    return null;
  }
  const result = emptyData();
  for (const slot of slots) {
    if (slot.kind === 'typename') result[slot.key] = name;
    else if (slot.kind === 'introspection') result[slot.key] = listener.introspect(slot.node);
    else {
      path.push(slot.key);
      const sent = slot.inherited ? ownProperty(source, slot.key) : source[slot.key];
      const value =
        slot.refused || ((sent ?? null) === null && listener.isUnknown(source))
          ? withoutError(slot.type)
          : completeValue(sent, slot.type, slot, path, listener);
      path.pop();
      if (value === bubble) return bubble;
      result[slot.key] = value;
    }
  }
  return result;
}

type ValuedSlot = Extract<Slot, { readonly kind: 'leaf' | 'object' }>;

/** A refusal has its own error already; something that is no more is a null in the place that refers to it. */
function withoutError(type: Wrapping): null | undefined {
  return type.nonNull ? bubble : null;
}

function completeValue(
  value: unknown,
  type: Wrapping,
  slot: ValuedSlot,
  path: Path,
  listener: CompletionListener,
): unknown {
  const isMissing = value === null || value === undefined;
  const completed = isMissing ? null : completePresent(value, type, slot, path, listener);
  if (completed !== null || !type.nonNull) return completed;
  if (isMissing || (isData(value) && listener.isUnknown(value)))
    listener.onProblem(`Cannot return null for non-nullable field ${slot.coordinate}`, [...path]);
  return bubble;
}

function completePresent(
  value: unknown,
  type: Wrapping,
  slot: ValuedSlot,
  path: Path,
  listener: CompletionListener,
): unknown {
  if (type.elements) return completeList(value, type.elements, slot, path, listener);
  if (slot.kind === 'leaf') return slot.leaf.fits(value) ? value : unfit(slot, path, listener);
  if (!isData(value)) return unfit(slot, path, listener);
  return completeObject(value, slot.shape, path, listener) ?? null;
}

function completeList(
  value: unknown,
  elementType: Wrapping,
  slot: ValuedSlot,
  path: Path,
  listener: CompletionListener,
): readonly unknown[] | null {
  if (!Array.isArray(value)) return unfit(slot, path, listener);
  const elements: unknown[] = [];
  for (let index = 0; index < value.length; index++) {
    path.push(index);
    const element = completeValue(value[index], elementType, slot, path, listener);
    path.pop();
    if (element === bubble) return null;
    elements.push(element);
  }
  return elements;
}

function unfit(slot: ValuedSlot, path: Path, listener: CompletionListener): null {
  listener.onProblem(`A subgraph sent an invalid value for ${slot.coordinate}`, [...path]);
  return null;
}
