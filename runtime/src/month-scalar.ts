import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const pattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A calendar month in UTC, as yyyy-mm. */
export const monthScalar = new GraphQLScalarType<string, string>({
  name: 'Month',
  serialize: (value) => String(value).slice(0, 7),
  parseValue: parseMonth,
  parseLiteral: (node) => parseMonth(node.kind === Kind.STRING ? node.value : undefined),
});

function parseMonth(value: unknown): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new GraphQLError('A Month is written yyyy-mm, such as 2026-03.');
}
