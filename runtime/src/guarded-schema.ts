import { buildSubgraphSchema } from '@apollo/subgraph';
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, deny, shield } from 'graphql-shield';
import { allowed } from './authorization/allowed.ts';
import { isNothing, type Requirement, type Requirements, requirementsOf } from './authorization/requirements.ts';
import { type ShieldRule, shieldRulesOf } from './authorization/shield-rules.ts';
import type { Viewer } from './viewer.ts';

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
  const requirements = requirementsOf(typeDefs);
  const rules: Rules = shieldRulesOf(requirements);
  for (const [type, field] of fieldsBelowRoot(schema)) rules[type] = { [field]: allow, ...rules[type] };
  rules.Query = { ...rules.Query, _entities: allow, _service: allow };
  const shielded = applyMiddleware(schema, shield(rules, { fallbackRule: deny, allowExternalErrors: true }));
  return passedAtOnce(shielded, schema, requirements);
}

type Resolver = GraphQLFieldResolver<unknown, { readonly viewer: Viewer }>;

/**
 * The shield answers by promises, some for each value of a list. Below the root a viewer who meets the requirement goes to
 * the resolver at once; whoever does not is left to the shield, which refuses.
 */
function passedAtOnce(shielded: GraphQLSchema, open: GraphQLSchema, requirements: Requirements): GraphQLSchema {
  const resolvers = new Map(
    [...fieldsBelowRoot(open)].map(([type, name, { resolve }]) => [`${type}.${name}`, resolve]),
  );
  for (const [type, name, field] of fieldsBelowRoot(shielded)) {
    const resolve = resolvers.get(`${type}.${name}`) ?? defaultFieldResolver;
    const requirement = requirements.ofSelection(type, name);
    const refuse = field.resolve;
    if (isNothing(requirement)) field.resolve = resolve;
    else if (refuse) field.resolve = resolverFor(requirement, resolve, refuse);
  }
  return shielded;
}

function resolverFor(requirement: Requirement, resolve: Resolver, refuse: Resolver): Resolver {
  return (parent, args, context, info) =>
    allowed(requirement, context.viewer) ? resolve(parent, args, context, info) : refuse(parent, args, context, info);
}

function* fieldsBelowRoot(schema: GraphQLSchema) {
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.has(type.name)) continue;
    for (const field of Object.values(type.getFields())) yield [type.name, field.name, field] as const;
  }
}
