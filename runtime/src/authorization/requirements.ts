import { type DirectiveNode, type DocumentNode, Kind, type TypeNode } from 'graphql';
import {
  type Alternatives,
  type AuthorizationDirectives,
  authorizationDirectivesOf,
  scopesArgument,
} from './directives.ts';

/**
 * Reads `@authenticated` and `@requiresScopes` from a schema (a subgraph's SDL or the supergraph).
 * The router filters operations with the result, the subgraphs guard their resolvers with it: one source, one meaning.
 */
export function requirementsOf(document: DocumentNode): Requirements {
  const directives = authorizationDirectivesOf(document);
  const types = new Map<string, TypeFacts>();
  for (const definition of document.definitions) {
    if (!('directives' in definition) || !('name' in definition) || definition.name === undefined) continue;
    if (definition.kind === Kind.DIRECTIVE_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION) continue;
    const facts = factsOf(types, definition.name.value);
    facts.requirement = bothOf(facts.requirement, requirementIn(definition.directives, directives));
    if ('interfaces' in definition) {
      for (const parent of definition.interfaces ?? []) {
        factsOf(types, parent.name.value).implementations.add(definition.name.value);
      }
    }
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      facts.fields.set(field.name.value, {
        requirement: requirementIn(field.directives, directives),
        returns: namedTypeOf(field.type),
      });
    }
  }
  return new Requirements(types);
}

/**
 * What a viewer needs. Every entry of `scopes` must hold; an entry holds when the viewer has all scopes of one of its
 * alternatives (the OR of ANDs of `@requiresScopes`).
 */
export interface Requirement {
  readonly authenticated: boolean;
  readonly scopes: readonly Alternatives[];
}

export const nothingRequired: Requirement = { authenticated: false, scopes: [] };

export class Requirements {
  readonly #types: ReadonlyMap<string, TypeFacts>;
  readonly #selections = new Map<string, Requirement>();

  constructor(types: ReadonlyMap<string, TypeFacts>) {
    this.#types = types;
  }

  ofType(type: string): Requirement {
    return this.#types.get(type)?.requirement ?? nothingRequired;
  }

  /** The field's own directives, nothing else. */
  ofField(type: string, field: string): Requirement {
    return this.#types.get(type)?.fields.get(field)?.requirement ?? nothingRequired;
  }

  /**
   * What selecting the field needs: parent type AND field AND return type. Selected on an interface it also needs what
   * every implementation needs, since any of them may be behind it.
   */
  ofSelection(type: string, field: string): Requirement {
    const key = `${type}.${field}`;
    const known = this.#selections.get(key);
    if (known) return known;
    const requirement = [type, ...this.#implementationsOf(type)].map((each) => this.#onOneType(each, field));
    const combined = requirement.reduce(bothOf, nothingRequired);
    this.#selections.set(key, combined);
    return combined;
  }

  /** Every type with its fields, in the order of the schema. */
  *fields(): IterableIterator<readonly [type: string, field: string]> {
    for (const [type, facts] of this.#types) for (const field of facts.fields.keys()) yield [type, field];
  }

  #onOneType(type: string, field: string): Requirement {
    const returns = this.#types.get(type)?.fields.get(field)?.returns;
    const own = bothOf(this.ofType(type), this.ofField(type, field));
    return returns === undefined ? own : bothOf(own, this.ofType(returns));
  }

  #implementationsOf(type: string): Iterable<string> {
    return this.#types.get(type)?.implementations ?? [];
  }
}

export function bothOf(one: Requirement, other: Requirement): Requirement {
  if (isNothing(one)) return other;
  if (isNothing(other)) return one;
  return { authenticated: one.authenticated || other.authenticated, scopes: [...one.scopes, ...other.scopes] };
}

export function isNothing(requirement: Requirement): boolean {
  return !requirement.authenticated && requirement.scopes.length === 0;
}

function requirementIn(applied: readonly DirectiveNode[] | undefined, names: AuthorizationDirectives): Requirement {
  let found = nothingRequired;
  for (const directive of applied ?? []) {
    const name = directive.name.value;
    if (names.authenticated.has(name)) found = bothOf(found, { authenticated: true, scopes: [] });
    if (names.requiresScopes.has(name)) {
      found = bothOf(found, { authenticated: true, scopes: [scopesArgument(directive)] });
    }
  }
  return found;
}

function factsOf(types: Map<string, TypeFacts>, name: string): TypeFacts {
  const known = types.get(name);
  if (known) return known;
  const facts: TypeFacts = { requirement: nothingRequired, fields: new Map(), implementations: new Set() };
  types.set(name, facts);
  return facts;
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

interface TypeFacts {
  requirement: Requirement;
  readonly fields: Map<string, { readonly requirement: Requirement; readonly returns: string }>;
  readonly implementations: Set<string>;
}
