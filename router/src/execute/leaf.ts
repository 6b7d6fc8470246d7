import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Does the value that a subgraph sent fit the type that clients know? */
export type LeafCheck = (value: unknown) => boolean;

/** An enum value that is `@inaccessible` must not come through, so values are checked and not only passed on. */
export function leafCheckOf(type: GraphQLLeafType): LeafCheck {
  if (isEnumType(type)) {
    const known = new Set<unknown>(type.getValues().map((value) => value.name));
    return (value) => known.has(value);
  }
  return builtIn.get(type.name) ?? anything;
}

const anything: LeafCheck = () => true;
const builtIn: ReadonlyMap<string, LeafCheck> = new Map([
  ['Int', Number.isInteger],
  ['Float', (value: unknown) => typeof value === 'number'],
  ['String', (value: unknown) => typeof value === 'string'],
  ['Boolean', (value: unknown) => typeof value === 'boolean'],
  ['ID', (value: unknown) => typeof value === 'string' || Number.isInteger(value)],
]);
