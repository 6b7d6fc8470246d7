import type { OperationPassport, SubgraphEndpoint, SubgraphOperation } from '@teei/runtime/subgraph';
import type { Viewer } from '@teei/runtime/viewer';
import { viewerTokenHeader } from '@teei/runtime/viewer-token';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { SubgraphUnavailable } from '../execute/subgraph-unavailable.ts';
import { PausableQueue } from './pausable-queue.ts';

/**
 * Subscriptions of a subgraph behind graphql-ws, each on a socket of its own: so a client that reads slowly holds up
 * its own source and nobody else's. The connection parameters carry the signed viewer.
 */
export class WsSubscriber {
  readonly #options: SubscriberOptions;
  readonly #open = new Set<Client>();

  constructor(options: SubscriberOptions) {
    this.#options = options;
  }

  async subscribe(
    operation: SubgraphOperation,
    passport: OperationPassport,
  ): ReturnType<SubgraphEndpoint['subscribe']> {
    const { name } = this.#options;
    const queue = new PausableQueue<ExecutionResult>();
    const client = this.#connect(passport.viewer, queue);
    this.#open.add(client);
    const end = client.subscribe(payloadOf(operation, passport), {
      next: (result) => queue.push(asResult(result)),
      error: (error) => {
        if (isRefusal(error)) queue.push({ errors: error });
        queue.end(isRefusal(error) ? undefined : new SubgraphUnavailable(name, 'ended the subscription', error));
      },
      complete: () => queue.end(),
    });
    queue.onEnd(() => {
      this.#open.delete(client);
      end();
    });
    return queue;
  }

  async destroy(): Promise<void> {
    for (const client of this.#open) client.terminate();
    this.#open.clear();
  }

  #connect(viewer: Viewer, queue: PausableQueue<ExecutionResult>): Client {
    const { url, signViewer } = this.#options;
    return createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      // Our client resumes with its cursor; a silent reconnect here would lose events without a trace.
      retryAttempts: 0,
      ...(signViewer ? { connectionParams: async () => ({ [viewerTokenHeader]: await signViewer(viewer) }) } : {}),
      on: {
        connected: (socket) => {
          if (socket instanceof WebSocket) queue.controls(socket);
        },
      },
    });
  }
}

interface SubscriberOptions {
  readonly name: string;
  readonly url: string;
  readonly signViewer?: (viewer: Viewer) => Promise<string>;
}

function payloadOf(operation: SubgraphOperation, passport: OperationPassport): Parameters<Client['subscribe']>[0] {
  const { query, operationName, variables } = operation;
  return {
    query,
    extensions: { correlationId: passport.correlationId, traceparent: passport.traceparent },
    ...(operationName === undefined ? {} : { operationName }),
    ...(variables === undefined ? {} : { variables }),
  };
}

function asResult(result: Parameters<Parameters<Client['subscribe']>[1]['next']>[0]): ExecutionResult {
  const errors = result.errors?.map(
    (error) => new GraphQLError(error.message, { path: error.path ?? null, extensions: error.extensions ?? {} }),
  );
  return {
    ...(result.data === undefined ? {} : { data: result.data as Record<string, unknown> | null }),
    ...(errors ? { errors } : {}),
  };
}

/** graphql-ws reports a refused operation as a list of errors, a broken socket as anything else. */
function isRefusal(error: unknown): error is readonly GraphQLError[] {
  return Array.isArray(error);
}
