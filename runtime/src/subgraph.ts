import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Viewer } from './viewer.ts';

/** One GraphQL operation as the router sends it to a subgraph. */
export interface SubgraphOperation {
  readonly query: string;
  /** The parsed `query`, when the sender has it at hand. */
  readonly document?: DocumentNode;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What travels with an operation beside the viewer. */
export interface OperationPassport {
  readonly viewer: Viewer;
  /** Follows the request through logs and errors. */
  readonly correlationId: string;
  /** W3C trace context of the caller. */
  readonly traceparent?: string;
  readonly signal?: AbortSignal;
}

/**
 * A subgraph as the router sees it, whether it runs in this process or behind HTTP.
 * `execute` rejects only when the subgraph could not be reached; GraphQL errors are in the result.
 */
export interface SubgraphEndpoint {
  readonly name: string;
  execute(operation: SubgraphOperation, passport: OperationPassport): Promise<ExecutionResult>;
  /** Resolves to an error result when the subscription cannot start. */
  subscribe(
    operation: SubgraphOperation,
    passport: OperationPassport,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}
