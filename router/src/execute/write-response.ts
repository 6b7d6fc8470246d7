import type { Leaf } from './leaf.ts';
import { type Data, isData, ownProperty } from './subgraph-data.ts';
import type { Wrapping } from './wrapping.ts';

/**
 * Writes the response as JSON straight from what the subgraphs sent, without making its objects first. Gives up, with
 * undefined, at whatever needs care: a value that does not fit, a null that has to be carried up, introspection.
 * `completeResponse` has that care; what is written here is to the byte what comes of it.
 */
export function writeResponse(data: Data, shape: WrittenShape): string | undefined {
  return writeObject(data, shape);
}

/** Writes one value of the response, or gives up. Made for its place, so that it need not look what it is about. */
export type WriteValue = (value: unknown) => string | undefined;

/** What is known of the objects at one place of the response; a `Shape` is. */
interface WrittenShape {
  readonly declaredType: { readonly name: string };
  /** In order; undefined when clients know no such object type. */
  fieldsFor(typename: string): readonly WrittenField[] | undefined;
}

/** A field of an object: what stands before its value, and how the value is written. */
export interface WrittenField {
  readonly key: string;
  /** The brace or the comma, and the key. */
  readonly prefix: string;
  readonly write: WriteValue;
  /** The key must be read as an own property. */
  readonly inherited: boolean;
}

export function writerOf(
  type: Wrapping,
  inner: { readonly leaf: Leaf } | { readonly shape: WrittenShape },
): WriteValue {
  const write = type.elements ? listWriter(writerOf(type.elements, inner)) : plainWriter(inner);
  if (type.nonNull) return (value) => (value === null || value === undefined ? undefined : write(value));
  return (value) => (value === null || value === undefined ? 'null' : write(value));
}

export function refusedWriter(type: Wrapping): WriteValue {
  return type.nonNull ? giveUp : () => 'null';
}

export const giveUp: WriteValue = () => undefined;

function plainWriter(inner: { readonly leaf: Leaf } | { readonly shape: WrittenShape }): WriteValue {
  if ('leaf' in inner) return inner.leaf.write;
  const { shape } = inner;
  return (value) => (isData(value) ? writeObject(value, shape) : undefined);
}

function listWriter(write: WriteValue): WriteValue {
  return (values) => {
    if (!Array.isArray(values)) return undefined;
    let json = '[';
    for (let index = 0; index < values.length; index++) {
      const value = write(values[index]);
      if (value === undefined) return undefined;
      json += index === 0 ? value : `,${value}`;
    }
    return `${json}]`;
  };
}

function writeObject(source: Data, shape: WrittenShape): string | undefined {
  const typename = source.__typename;
  const fields = shape.fieldsFor(typeof typename === 'string' ? typename : shape.declaredType.name);
  if (!fields) return undefined;
  let json = '';
  for (const field of fields) {
    const value = field.write(field.inherited ? ownProperty(source, field.key) : source[field.key]);
    if (value === undefined) return undefined;
    json += field.prefix + value;
  }
  return json === '' ? '{}' : `${json}}`;
}
