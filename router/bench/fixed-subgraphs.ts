import type { SubgraphEndpoint, SubgraphOperation } from '@teei/runtime/subgraph';
import type { ExecutionResult } from 'graphql';
import { compose } from '../src/compose/compose.ts';

/** Subgraphs that answer from memory: whatever is measured in front of them is the router. */
export const fixedSubgraphNames = ['accounts', 'inventory', 'products', 'reviews'] as const;
export type FixedSubgraph = (typeof fixedSubgraphNames)[number];

/**
 * The answer to any operation of the benchmark. Its objects are made anew each time, as an executor in this process
 * makes them, but by literals: that is the least that an answer can cost, so that what is measured is the router.
 */
export function fixedAnswer(
  name: FixedSubgraph,
  { variables }: Pick<SubgraphOperation, 'variables'>,
): { data: Record<string, unknown> } {
  let isForEntities = false;
  const data: Record<string, unknown> = {};
  for (const variable in variables) {
    const representations = variables[variable];
    // Hive Gateway asks for several lists of entities at once, and puts a prefix before both names.
    if (!variable.endsWith('representations') || !Array.isArray(representations)) continue;
    const key = `${variable.slice(0, -'representations'.length)}_entities`;
    data[key] = representations.map(({ __typename }, index) => entityOf(name, __typename, index + 1));
    isForEntities = true;
  }
  return { data: isForEntities ? data : rootOf(name) };
}

export class FixedEndpoint implements SubgraphEndpoint {
  readonly name: FixedSubgraph;

  constructor(name: FixedSubgraph) {
    this.name = name;
  }

  async execute(operation: SubgraphOperation): Promise<ExecutionResult> {
    return fixedAnswer(this.name, operation);
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

function rootOf(name: FixedSubgraph): Record<string, unknown> {
  switch (name) {
    case 'accounts':
      return { me: { __typename: 'User', id: '1', username: 'ada', name: 'Ada' } };
    case 'products':
      return { topProducts: [product(1), product(2), product(3), product(4), product(5)] };
    default:
      return {};
  }
}

/** With its type, which some planners ask for. */
function entityOf(name: FixedSubgraph, type: string, n: number): Record<string, unknown> {
  switch (name) {
    case 'accounts':
      return { __typename: type, username: `user${n}`, name: `User ${n}` };
    case 'inventory':
      return { __typename: type, inStock: n % 2 === 0, shippingEstimate: 50 * n };
    case 'products':
      return { __typename: type, name: `Product ${n}` };
    case 'reviews':
      return { __typename: type, reviews: [review(1), review(2), review(3)] };
  }
}

function product(n: number): Record<string, unknown> {
  return { __typename: 'Product', upc: `${n}`, name: `Product ${n}`, price: 100 * n, weight: 10 * n };
}

/** Texts are there before they are asked for, as they are where rows come from a database. */
const bodies = [0, 1, 2, 3].map((n) => Buffer.from(`A review of some length, number ${n}, with an opinion`).toString());

function review(n: number): Record<string, unknown> {
  return {
    id: `${n}`,
    body: bodies[n],
    author: { __typename: 'User', id: `${n % 2}` },
    product: { __typename: 'Product', upc: `${n}` },
  };
}
