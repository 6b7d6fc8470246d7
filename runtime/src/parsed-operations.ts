import { type DocumentNode, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

export type ParsedOperation = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** Parses and validates each distinct operation text once; the least recently used of a thousand is forgotten. */
export function createParsedOperations(
  schema: GraphQLSchema,
  limit = 1_000,
): (query: string, document?: DocumentNode) => ParsedOperation {
  const known = new Map<string, ParsedOperation>();
  return (query, document) => {
    const found = known.get(query);
    if (found) {
      known.delete(query);
      known.set(query, found);
      return found;
    }
    const parsed = parseOnce(schema, query, document);
    known.set(query, parsed);
    const oldest = known.size > limit ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return parsed;
  };
}

function parseOnce(schema: GraphQLSchema, query: string, given: DocumentNode | undefined): ParsedOperation {
  try {
    const document = given ?? parse(query, { noLocation: true });
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
}
