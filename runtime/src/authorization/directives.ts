import { type DirectiveNode, type DocumentNode, Kind, type ValueNode } from 'graphql';

/** The names under which a schema applies the two directives: `@link` may rename them. */
export interface AuthorizationDirectives {
  readonly authenticated: ReadonlySet<string>;
  readonly requiresScopes: ReadonlySet<string>;
}

export function authorizationDirectivesOf(document: DocumentNode): AuthorizationDirectives {
  const links = linksOf(document);
  return { authenticated: namesOf('authenticated', links), requiresScopes: namesOf('requiresScopes', links) };
}

/** One of them is enough; of each, all scopes are needed. */
export type Alternatives = readonly (readonly string[])[];

/** The `scopes` argument with GraphQL's list coercion: `"a"` is `[["a"]]`, `["a", "b"]` is `[["a"], ["b"]]`. */
export function scopesArgument(directive: DirectiveNode): Alternatives {
  const value = argumentOf(directive, 'scopes');
  if (value === undefined) throw new Error('@requiresScopes is applied without its scopes argument');
  return listOf(value).map((alternative) => listOf(alternative).map(stringOf));
}

/** The schema applies a security feature that is not evaluated here, such as `@policy`; to ignore it would open what it closes. */
export function unknownSecurityFeaturesOf(document: DocumentNode): readonly string[] {
  return linksOf(document)
    .filter((link) => link.purpose === 'SECURITY' && !evaluatedFeatures.has(link.feature))
    .map((link) => link.url);
}

const evaluatedFeatures = new Set(['authenticated', 'requiresScopes', 'inaccessible']);

interface Link {
  readonly url: string;
  readonly feature: string;
  readonly prefix: string;
  readonly purpose: string | undefined;
  /** Original name without its `@`, and the name in this schema. */
  readonly imports: ReadonlyMap<string, string>;
}

function namesOf(directive: string, links: readonly Link[]): ReadonlySet<string> {
  const names = new Set([directive]);
  for (const link of links) {
    if (link.feature === directive) names.add(link.prefix);
    if (link.feature !== 'federation' && link.feature !== directive) continue;
    names.add(`${link.prefix}__${directive}`);
    const imported = link.imports.get(directive);
    if (imported !== undefined) names.add(imported);
  }
  return names;
}

function linksOf(document: DocumentNode): readonly Link[] {
  return document.definitions
    .filter((one) => one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION)
    .flatMap((one) => one.directives ?? [])
    .filter((directive) => directive.name.value === 'link')
    .flatMap(linkOf);
}

function linkOf(directive: DirectiveNode): readonly Link[] {
  const url = argumentOf(directive, 'url');
  if (url?.kind !== Kind.STRING) return [];
  // https://specs.apollo.dev/<feature>/v<major>.<minor>
  const feature = url.value.split('/').at(-2) ?? '';
  const as = argumentOf(directive, 'as');
  const purpose = argumentOf(directive, 'for');
  const imports = argumentOf(directive, 'import');
  return [
    {
      url: url.value,
      feature,
      prefix: as?.kind === Kind.STRING ? as.value : feature,
      purpose: purpose?.kind === Kind.ENUM ? purpose.value : undefined,
      imports: new Map(imports === undefined ? [] : listOf(imports).flatMap(importOf)),
    },
  ];
}

function importOf(value: ValueNode): readonly (readonly [string, string])[] {
  if (value.kind === Kind.STRING) return [[bare(value.value), bare(value.value)]];
  if (value.kind !== Kind.OBJECT) return [];
  const text = (field: string): string | undefined => {
    const found = value.fields.find((each) => each.name.value === field)?.value;
    return found?.kind === Kind.STRING ? found.value : undefined;
  };
  const name = text('name');
  return name === undefined ? [] : [[bare(name), bare(text('as') ?? name)]];
}

function bare(name: string): string {
  return name.startsWith('@') ? name.slice(1) : name;
}

function argumentOf(directive: DirectiveNode, name: string): ValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

function listOf(value: ValueNode): readonly ValueNode[] {
  return value.kind === Kind.LIST ? value.values : [value];
}

function stringOf(value: ValueNode): string {
  if (value.kind !== Kind.STRING) throw new Error('@requiresScopes takes lists of strings');
  return value.value;
}
