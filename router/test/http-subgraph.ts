import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anonymous, type Viewer } from '@teei/runtime/viewer';
import { createViewerVerifier, viewerTokenHeader } from '@teei/runtime/viewer-token';
import type { GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

/** A subgraph as a service of its own: GraphQL over HTTP, graphql-ws, `/healthz`, and viewers by signed token. */
export class HttpSubgraph {
  /** Headers of the requests to `/graphql`, in order. */
  readonly received: IncomingMessage['headers'][] = [];
  /** The next so many requests are answered with 503. */
  failures = 0;
  #server: Server | undefined;
  #stopSockets: (() => void | Promise<void>) | undefined;
  #port = 0;
  readonly #schema: GraphQLSchema;
  readonly #verify: ((token: string) => Promise<Viewer>) | undefined;

  constructor(schema: GraphQLSchema, secret?: string) {
    this.#schema = schema;
    this.#verify = secret === undefined ? undefined : createViewerVerifier(secret);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  /** Starts, or starts again on the same port. */
  async start(): Promise<this> {
    const context = async (token: unknown) => ({ viewer: await this.#viewerOf(token) });
    const handle = createHandler({
      schema: this.#schema,
      context: (request) => context(request.raw.headers[viewerTokenHeader]),
    });
    const server = createServer((request, response) => {
      if (request.url === '/healthz') return response.end('ok');
      this.received.push(request.headers);
      if (this.failures > 0) {
        this.failures -= 1;
        return response.writeHead(503).end();
      }
      return handle(request, response);
    });
    const sockets = useServer(
      { schema: this.#schema, context: ({ connectionParams }) => context(connectionParams?.[viewerTokenHeader]) },
      new WebSocketServer({ server, path: '/graphql' }),
    );
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    this.#stopSockets = sockets.dispose;
    return this;
  }

  async stop(): Promise<void> {
    if (!this.#server?.listening) return;
    await this.#stopSockets?.();
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  async #viewerOf(token: unknown): Promise<Viewer> {
    return this.#verify && typeof token === 'string' ? this.#verify(token) : anonymous;
  }
}
