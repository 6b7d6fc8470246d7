import type { FetchNode } from '@apollo/query-planner';
import type { OperationPassport, SubgraphEndpoint, SubgraphOperation } from '@teei/runtime/subgraph';
import type { ExecutionResult } from 'graphql';
import type { Data } from './subgraph-data.ts';
import { SubgraphUnavailable } from './subgraph-unavailable.ts';

/** Sends the fetches of one operation to their subgraphs. */
export class SubgraphCalls {
  readonly #endpoints: ReadonlyMap<string, SubgraphEndpoint>;
  readonly #passport: OperationPassport;
  readonly #onDone: FetchListener;

  constructor(endpoints: ReadonlyMap<string, SubgraphEndpoint>, passport: OperationPassport, onDone: FetchListener) {
    this.#endpoints = endpoints;
    this.#passport = passport;
    this.#onDone = onDone;
  }

  /** Rejects with `SubgraphUnavailable` when there is no answer. */
  async send(node: FetchNode, variables: Data): Promise<ExecutionResult> {
    const endpoint = this.#endpoints.get(node.serviceName);
    if (!endpoint) throw new SubgraphUnavailable(node.serviceName, 'is not known to the router');
    const start = performance.now();
    let succeeded = false;
    try {
      const result = await endpoint.execute(operationOf(node, variables), this.#passport);
      succeeded = true;
      return result;
    } catch (error) {
      throw error instanceof SubgraphUnavailable
        ? error
        : new SubgraphUnavailable(node.serviceName, 'is unavailable', error);
    } finally {
      this.#onDone(node.serviceName, (performance.now() - start) / 1000, succeeded);
    }
  }
}

export type FetchListener = (subgraph: string, seconds: number, succeeded: boolean) => void;

export function operationOf(node: FetchNode, variables: Data): SubgraphOperation {
  return {
    query: node.operation,
    variables,
    ...(node.operationDocumentNode ? { document: node.operationDocumentNode } : {}),
    ...(node.operationName === undefined ? {} : { operationName: node.operationName }),
  };
}
