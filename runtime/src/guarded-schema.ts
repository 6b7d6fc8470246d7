import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, isObjectType, parse } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, deny, shield } from 'graphql-shield';
import { requirementsOf } from './authorization/requirements.ts';
import { type ShieldRule, shieldRulesOf } from './authorization/shield-rules.ts';

type Rules = Record<string, Record<string, ShieldRule | typeof allow>>;
export type ResolverMap = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>['resolvers']
>;

/**
 * A subgraph's schema with graphql-shield in front of its resolvers. The rules come from the SDL. What has no rule is denied:
 * a root field must say what it requires, while a field below it that says nothing is as open as the field that led there.
 */
export function guardedSchema(sdl: string, resolvers: ResolverMap): GraphQLSchema {
  const typeDefs = parse(sdl);
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  const rules: Rules = shieldRulesOf(requirementsOf(typeDefs));
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.has(type.name)) continue;
    for (const field of Object.keys(type.getFields())) rules[type.name] = { [field]: allow, ...rules[type.name] };
  }
  rules.Query = { ...rules.Query, _entities: allow, _service: allow };
  return applyMiddleware(schema, shield(rules, { fallbackRule: deny, allowExternalErrors: true }));
}
