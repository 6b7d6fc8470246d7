import type { FetchNode } from '@apollo/query-planner';
import type { OperationPassport, SubgraphEndpoint } from '@teei/runtime/subgraph';
import type { ExecutionResult } from 'graphql';
import type { Data } from './subgraph-data.ts';
import { SubgraphUnavailable } from './subgraph-unavailable.ts';

/** Sends one fetch of a plan to its subgraph. Rejects with `SubgraphUnavailable` when there is no answer. */
export type SubgraphCall = (node: FetchNode, variables: Data) => Promise<ExecutionResult>;

/** `deadline` rejects when the time for the whole operation is over, whether or not the subgraph heeds the signal. */
export function createSubgraphCall(
  endpoints: ReadonlyMap<string, SubgraphEndpoint>,
  passport: OperationPassport,
  deadline: Promise<never>,
  onDone: (subgraph: string, seconds: number, succeeded: boolean) => void,
): SubgraphCall {
  return async (node, variables) => {
    const endpoint = endpoints.get(node.serviceName);
    if (!endpoint) throw new SubgraphUnavailable(node.serviceName, 'is not known to the router');
    const start = performance.now();
    let succeeded = false;
    try {
      const result = await Promise.race([endpoint.execute(operationOf(node, variables), passport), deadline]);
      succeeded = true;
      return result;
    } catch (error) {
      if (error instanceof SubgraphUnavailable) throw error;
      if (passport.signal?.aborted) throw new SubgraphUnavailable(node.serviceName, 'did not answer in time', error);
      throw new SubgraphUnavailable(node.serviceName, 'is unavailable', error);
    } finally {
      onDone(node.serviceName, (performance.now() - start) / 1000, succeeded);
    }
  };
}

export function operationOf(node: FetchNode, variables: Data): Parameters<SubgraphEndpoint['execute']>[0] {
  return {
    query: node.operation,
    ...(node.operationDocumentNode ? { document: node.operationDocumentNode } : {}),
    ...(node.operationName === undefined ? {} : { operationName: node.operationName }),
    variables,
  };
}
