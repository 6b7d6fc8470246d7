import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';

/** One operation of one root field, selecting every leaf down to a depth. */
export interface GeneratedOperation {
  readonly name: string;
  readonly query: string;
  /** Whether an id can be given to it anywhere. */
  readonly takesId: boolean;
  /** With this id in every argument and filter that takes one. */
  variables(id: string): Record<string, unknown>;
}

type Kind = 'query' | 'mutation' | 'subscription';

export interface Extent {
  /** Entities below the root field; a connection and its nodes count as one with the entity. */
  readonly depth: number;
  /** Rows of every list. */
  readonly first: number;
}

/** An operation for every root field of this kind, so that a field that is added is covered. */
export function everyOperation(schema: GraphQLSchema, kind: Kind, extent: Extent): GeneratedOperation[] {
  const root = rootOf(schema, kind);
  return Object.values(root?.getFields() ?? {})
    .filter(({ name }) => name !== '_entities' && name !== '_service')
    .map((field) => {
      const given = new Given(extent);
      const inner = selection(schema, field.type, extent.depth, given);
      const call = `${field.name}${given.arguments(field.args)}${inner}`;
      return given.operation(`${kind} ${field.name}`, kind, call);
    });
}

/** For every entity of a subgraph, an operation that fetches it by its keys, as the router does. */
export function everyEntity(schema: GraphQLSchema, extent: Extent): (GeneratedOperation & { readonly type: string })[] {
  const union = schema.getType('_Entity');
  if (!isUnionType(union)) return [];
  return union.getTypes().map((type) => {
    const given = new Given(extent);
    const inner = selection(schema, type, extent.depth, given);
    const call = `_entities(representations: $representations) { ... on ${type.name} ${inner} }`;
    return { ...given.operation(`entity ${type.name}`, 'query', call, '$representations: [_Any!]!'), type: type.name };
  });
}

function rootOf(schema: GraphQLSchema, kind: Kind): GraphQLObjectType | null | undefined {
  if (kind === 'query') return schema.getQueryType();
  return kind === 'mutation' ? schema.getMutationType() : schema.getSubscriptionType();
}

/** Every field as a selection set; empty for a leaf. */
function selection(schema: GraphQLSchema, of: Parameters<typeof getNamedType>[0], depth: number, given: Given): string {
  const type = getNamedType(of) as GraphQLNamedType;
  if (isLeafType(type) || !isCompositeType(type)) return '';
  if (!isObjectType(type)) {
    const members = schema.getPossibleTypes(type);
    return `{ __typename ${members.map((each) => `... on ${each.name} ${selection(schema, each, depth, given)}`).join(' ')} }`;
  }
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const result = getNamedType(field.type);
    // Edges say again what nodes say.
    if (field.name === 'edges') return [];
    const below = isTransparent(type, result) ? depth : depth - 1;
    if (isCompositeType(result) && below < 0) return [];
    return [`${field.name}${given.arguments(field.args)}${selection(schema, result, below, given)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** Wrappers around entities cost no depth. */
function isTransparent(parent: GraphQLNamedType, result: GraphQLNamedType): boolean {
  return isPage(parent) || isPage(result) || result.name === 'PageInfo' || parent.name.endsWith('Changed');
}

function isPage(type: GraphQLNamedType): boolean {
  return isObjectType(type) && 'pageInfo' in type.getFields();
}

/** Collects the variables of one operation while its text is written. */
class Given {
  readonly #extent: Extent;
  readonly #declared: { readonly name: string; readonly type: string; readonly value: Value }[] = [];

  constructor(extent: Extent) {
    this.#extent = extent;
  }

  arguments(args: readonly GraphQLArgument[]): string {
    const written = args.flatMap((argument) => {
      const value = this.#valueOf(argument.name, argument.type, isRequiredArgument(argument));
      if (!value) return [];
      const name = `v${this.#declared.length}`;
      this.#declared.push({ name, type: String(argument.type), value });
      return [`${argument.name}: $${name}`];
    });
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  operation(name: string, kind: Kind, call: string, more = ''): GeneratedOperation {
    const declared = [...this.#declared.map((each) => `$${each.name}: ${each.type}`), ...(more === '' ? [] : [more])];
    return {
      name,
      query: `${kind}${declared.length === 0 ? '' : `(${declared.join(', ')})`} { ${call} }`,
      takesId: this.#declared.some(({ value }) => value.takesId),
      variables: (id) => Object.fromEntries(this.#declared.map((each) => [each.name, each.value.with(id)])),
    };
  }

  /** Undefined leaves out what is optional and can hold no id. */
  #valueOf(name: string, type: GraphQLInputType, isRequired: boolean): Value | undefined {
    if (isNonNullType(type)) return this.#valueOf(name, type.ofType, isRequired);
    if (isListType(type)) {
      const element = this.#valueOf(name, type.ofType, isRequired);
      return element && { takesId: element.takesId, with: (id) => [element.with(id)] };
    }
    if (isInputObjectType(type)) return this.#objectOf(Object.values(type.getFields()), isRequired);
    if (type.name === 'ID') return { takesId: true, with: (id) => id };
    if (name === 'first') return fixed(this.#extent.first);
    if (!isRequired) return undefined;
    return fixed(isEnumType(type) ? type.getValues()[0]?.name : plainValues[type.name]);
  }

  #objectOf(fields: readonly Parameters<typeof isRequiredInputField>[0][], isRequired: boolean): Value | undefined {
    const values = fields.flatMap((field) => {
      const value = this.#valueOf(field.name, field.type, isRequiredInputField(field));
      return value ? [{ name: field.name, value }] : [];
    });
    const takesId = values.some(({ value }) => value.takesId);
    if (!isRequired && !takesId) return undefined;
    return { takesId, with: (id) => Object.fromEntries(values.map(({ name, value }) => [name, value.with(id)])) };
  }
}

interface Value {
  readonly takesId: boolean;
  with(id: string): unknown;
}

function fixed(value: unknown): Value {
  return { takesId: false, with: () => value };
}

const plainValues: Record<string, unknown> = {
  String: 'x',
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-02-03T10:00:00Z',
  Month: '2026-02',
};
