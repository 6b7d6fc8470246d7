import type { SubgraphEndpoint, SubgraphOperation } from '@teei/runtime/subgraph';
import type { ExecutionResult } from 'graphql';
import { compose } from '../src/compose/compose.ts';

/** Subgraphs that answer from memory: whatever is measured in front of them is the router. */
export const fixedSubgraphNames = ['accounts', 'inventory', 'products', 'reviews'] as const;
export type FixedSubgraph = (typeof fixedSubgraphNames)[number];

/** The JSON with which a subgraph answers any operation of the benchmark: built once, parsed for each answer. */
export function fixedAnswer(name: FixedSubgraph, operation: Pick<SubgraphOperation, 'query' | 'variables'>): string {
  const representations = operation.variables?.representations;
  if (!Array.isArray(representations)) return rootAnswers[name];
  const key = `${name} ${representations.length}`;
  const known =
    entityAnswers.get(key) ??
    JSON.stringify({ data: { _entities: representations.map((_, index) => entityOf(name, index)) } });
  entityAnswers.set(key, known);
  return known;
}

export class FixedEndpoint implements SubgraphEndpoint {
  readonly name: FixedSubgraph;

  constructor(name: FixedSubgraph) {
    this.name = name;
  }

  async execute(operation: SubgraphOperation): Promise<ExecutionResult> {
    return JSON.parse(fixedAnswer(this.name, operation)) as ExecutionResult;
  }

  async subscribe(): Promise<ExecutionResult> {
    return { errors: [] };
  }
}

export function fixedSupergraph(urlOf: (name: FixedSubgraph) => string): string {
  return compose(fixedSubgraphNames.map((name) => ({ name, url: urlOf(name), sdl: link + sdls[name] }))).supergraphSdl;
}

/** Four subgraphs, five fetches in three steps, lists of 5 and 3. */
export const benchOperation = `query TopProducts($first: Int) {
  topProducts(first: $first) {
    upc name price weight inStock shippingEstimate
    reviews { id body author { id username name } product { upc name } }
  }
  me { id username reviews { id body } }
}`;

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])\n';
const sdls: Record<FixedSubgraph, string> = {
  accounts: 'type Query { me: User } type User @key(fields: "id") { id: ID! username: String name: String }',
  inventory: `type Product @key(fields: "upc") {
    upc: String! weight: Int @external price: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }`,
  products: `type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `type Review { id: ID! body: String author: User product: Product }
    type User @key(fields: "id") { id: ID! reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
};

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const products = numbers(5).map((n) => ({
  __typename: 'Product',
  upc: `${n}`,
  name: `Product ${n}`,
  price: 100 * n,
  weight: 10 * n,
}));
const reviews = numbers(3).map((n) => ({
  id: `${n}`,
  body: `A review of some length, number ${n}, with an opinion`,
  author: { __typename: 'User', id: `${n % 2}` },
  product: { __typename: 'Product', upc: `${n}` },
}));

const rootAnswers: Record<FixedSubgraph, string> = {
  accounts: JSON.stringify({ data: { me: { __typename: 'User', id: '1', username: 'ada', name: 'Ada' } } }),
  inventory: JSON.stringify({ data: {} }),
  products: JSON.stringify({ data: { topProducts: products } }),
  reviews: JSON.stringify({ data: {} }),
};

const entityAnswers = new Map<string, string>();

function entityOf(name: FixedSubgraph, index: number): Record<string, unknown> {
  const n = index + 1;
  switch (name) {
    case 'accounts':
      return { username: `user${n}`, name: `User ${n}` };
    case 'inventory':
      return { inStock: n % 2 === 0, shippingEstimate: 50 * n };
    case 'products':
      return { name: `Product ${n}` };
    case 'reviews':
      return { reviews };
  }
}
