import { type GraphQLLeafType, isEnumType } from 'graphql';
import { quote } from './quote.ts';

/** What clients know about the values of one scalar or enum. */
export interface Leaf {
  /** Does the value that a subgraph sent fit the type? */
  readonly fits: (value: unknown) => boolean;
  /** The value as JSON; undefined unless it fits. */
  readonly write: (value: unknown) => string | undefined;
}

/** An enum value that is `@inaccessible` must not come through, so values are checked and not only passed on. */
export function leafOf(type: GraphQLLeafType): Leaf {
  if (!isEnumType(type)) return builtIn.get(type.name) ?? anything;
  const known = new Map<unknown, string>(type.getValues().map(({ name }) => [name, `"${name}"`]));
  return { fits: (value) => known.has(value), write: (value) => known.get(value) };
}

const anything: Leaf = { fits: () => true, write: (value) => JSON.stringify(value) };
const text: Leaf = {
  fits: (value) => typeof value === 'string',
  write: (value) => (typeof value === 'string' ? quote(value) : undefined),
};
const builtIn: ReadonlyMap<string, Leaf> = new Map([
  ['Int', { fits: Number.isInteger, write: (value) => (Number.isInteger(value) ? String(value) : undefined) }],
  [
    'Float',
    {
      fits: (value) => typeof value === 'number',
      write: (value) => (typeof value === 'number' ? JSON.stringify(value) : undefined),
    },
  ],
  ['String', text],
  [
    'Boolean',
    {
      fits: (value) => typeof value === 'boolean',
      write: (value) => (typeof value === 'boolean' ? String(value) : undefined),
    },
  ],
  [
    'ID',
    {
      fits: (value) => typeof value === 'string' || Number.isInteger(value),
      write: (value) =>
        typeof value === 'string' ? quote(value) : Number.isInteger(value) ? String(value) : undefined,
    },
  ],
]);
