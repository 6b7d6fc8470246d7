import type { SubgraphEndpoint, SubgraphOperation } from '@teei/runtime/subgraph';
import { execute, type GraphQLSchema, parse, subscribe } from 'graphql';

/** A subgraph in this process, with a record of what it was asked. */
export class InMemoryEndpoint implements SubgraphEndpoint {
  readonly name: string;
  readonly asked: SubgraphOperation[] = [];
  readonly #schema: GraphQLSchema;

  constructor(name: string, schema: GraphQLSchema) {
    this.name = name;
    this.#schema = schema;
  }

  async execute(
    ...[operation, { viewer }]: Parameters<SubgraphEndpoint['execute']>
  ): ReturnType<SubgraphEndpoint['execute']> {
    this.asked.push(operation);
    return execute({ ...this.#argumentsFor(operation), contextValue: { viewer } });
  }

  async subscribe(
    ...[operation, { viewer }]: Parameters<SubgraphEndpoint['subscribe']>
  ): ReturnType<SubgraphEndpoint['subscribe']> {
    this.asked.push(operation);
    const result = await subscribe({ ...this.#argumentsFor(operation), contextValue: { viewer } });
    return result;
  }

  #argumentsFor({ query, document, operationName, variables }: SubgraphOperation) {
    return {
      schema: this.#schema,
      document: document ?? parse(query),
      operationName: operationName ?? null,
      variableValues: variables ?? {},
    };
  }
}
