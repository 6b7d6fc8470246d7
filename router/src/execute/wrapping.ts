import { type GraphQLOutputType, isListType, isNonNullType } from 'graphql';

/** The lists and non-nulls around a type, as plain flags: graphql-js's own predicates are too slow for every value. */
export interface Wrapping {
  readonly nonNull: boolean;
  /** What is around each element, for a list. */
  readonly elements: Wrapping | undefined;
}

export function wrappingOf(type: GraphQLOutputType): Wrapping {
  const nullable = isNonNullType(type) ? type.ofType : type;
  return { nonNull: nullable !== type, elements: isListType(nullable) ? wrappingOf(nullable.ofType) : undefined };
}
