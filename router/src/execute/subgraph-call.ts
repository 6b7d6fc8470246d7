import type { OperationPassport, SubgraphEndpoint, SubgraphOperation } from '@teei/runtime/subgraph';
import type { ExecutionResult } from 'graphql';
import { SubgraphUnavailable } from './subgraph-unavailable.ts';

/** Sends the fetches of one operation to their subgraphs. */
export class SubgraphCalls {
  readonly #endpoints: ReadonlyMap<string, SubgraphEndpoint>;
  readonly #passport: OperationPassport;
  readonly #listener: FetchListener;

  constructor(endpoints: ReadonlyMap<string, SubgraphEndpoint>, passport: OperationPassport, listener: FetchListener) {
    this.#endpoints = endpoints;
    this.#passport = passport;
    this.#listener = listener;
  }

  /** Rejects with `SubgraphUnavailable` when there is no answer. Not async, for the turn of the queue that it would cost. */
  send(subgraph: string, operation: SubgraphOperation): Promise<ExecutionResult> {
    const endpoint = this.#endpoints.get(subgraph);
    if (!endpoint) return Promise.reject(new SubgraphUnavailable(subgraph, 'is not known to the router'));
    const start = performance.now();
    return endpoint.execute(operation, this.#passport).then(
      (result) => {
        this.#listener.onFetch(subgraph, secondsSince(start), true);
        return result;
      },
      (error: unknown) => {
        this.#listener.onFetch(subgraph, secondsSince(start), false);
        throw error instanceof SubgraphUnavailable ? error : new SubgraphUnavailable(subgraph, 'is unavailable', error);
      },
    );
  }
}

export interface FetchListener {
  onFetch(subgraph: string, seconds: number, succeeded: boolean): void;
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
