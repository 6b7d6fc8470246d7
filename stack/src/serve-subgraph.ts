import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import type { Subgraph } from '@teei/runtime/create-subgraph';
import type { OperationPassport, SubgraphOperation } from '@teei/runtime/subgraph';
import { anonymous, type Viewer } from '@teei/runtime/viewer';
import { createViewerVerifier, viewerTokenHeader } from '@teei/runtime/viewer-token';
import { type FastifyInstance, type FastifyRequest, fastify } from 'fastify';
import { type ExecutionArgs, parse, print } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

export interface SubgraphService {
  readonly app: FastifyInstance;
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer>;
  destroy(): Promise<void>;
}

/**
 * Serves a subgraph over HTTP and graphql-ws for the router. The only credential is a viewer token that the router
 * signed; without one the viewer is anonymous, and a token that does not verify ends the request.
 */
export async function serveSubgraph(subgraph: Subgraph, secret: string): Promise<SubgraphService> {
  const verify = createViewerVerifier(secret);
  const viewerFrom = async (token: unknown): Promise<Viewer> =>
    typeof token === 'string' && token !== '' ? verify(token) : anonymous;
  const viewerOf = (request: FastifyRequest): Promise<Viewer> => viewerFrom(request.headers[viewerTokenHeader]);
  const apollo = apolloFor(subgraph);
  const app = fastify({ bodyLimit: 8 * 1024 * 1024 });
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    context: async (request: FastifyRequest) => ({ passport: await passportOf(request, viewerOf) }),
  });
  app.get('/healthz', () => ({ status: 'ok', subgraph: subgraph.name }));
  const sockets = socketsFor(app.server, subgraph, viewerFrom);
  return {
    app,
    viewerOf,
    destroy: async () => {
      await sockets();
      await app.close();
      await apollo.stop();
    },
  };
}

interface Context {
  readonly passport: OperationPassport;
}

/** Apollo Server speaks HTTP; execution is the subgraph's own, which opens and ends the tenant transaction. */
function apolloFor(subgraph: Subgraph): ApolloServer<Context> {
  return new ApolloServer<Context>({
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    // Timings of resolvers are for us to see, not for whoever asks.
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    gateway: {
      load: async () => ({
        executor: async ({ request, document, context }) => {
          const { query = print(document), operationName, variables } = request;
          const operation = {
            query,
            document,
            variables: variables ?? {},
            ...(operationName ? { operationName } : {}),
          };
          return (await subgraph.execute(operation, (context as Context).passport)) as never;
        },
      }),
      onSchemaLoadOrUpdate: (update) => {
        update({ apiSchema: subgraph.schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
  });
}

async function passportOf(
  request: FastifyRequest,
  viewerOf: (request: FastifyRequest) => Promise<Viewer>,
): Promise<OperationPassport> {
  const { traceparent } = request.headers;
  const correlationId = request.headers['x-correlation-id'];
  return {
    viewer: await viewerOf(request),
    correlationId: typeof correlationId === 'string' ? correlationId : request.id,
    ...(typeof traceparent === 'string' ? { traceparent } : {}),
  };
}

interface SocketOperation {
  readonly operation: SubgraphOperation;
  readonly passport: OperationPassport;
}

/** Serves graphql-ws on the same path; returns what closes the sockets. */
function socketsFor(
  server: Server,
  subgraph: Subgraph,
  viewerFrom: (token: unknown) => Promise<Viewer>,
): () => Promise<void> {
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  const passports = new WeakMap<object, OperationPassport>();
  const asked = (args: ExecutionArgs): SocketOperation => args.contextValue as SocketOperation;
  const disposable = useServer(
    {
      onConnect: async ({ connectionParams, extra }) => {
        const viewer = await viewerFrom(connectionParams?.[viewerTokenHeader]).catch(() => undefined);
        if (!viewer) return false;
        passports.set(extra, { viewer, correlationId: randomUUID() });
        return true;
      },
      onSubscribe: ({ extra }, _id, { query, operationName, variables }): ExecutionArgs => {
        const document = parse(query, { noLocation: true });
        const passport = passports.get(extra) ?? { viewer: anonymous, correlationId: randomUUID() };
        const operation = { query, document, variables: variables ?? {}, ...(operationName ? { operationName } : {}) };
        return {
          schema: subgraph.schema,
          document,
          operationName,
          contextValue: { operation, passport } satisfies SocketOperation,
        };
      },
      subscribe: (args) => subgraph.subscribe(asked(args).operation, asked(args).passport),
      execute: (args) => subgraph.execute(asked(args).operation, asked(args).passport),
    },
    sockets,
  );
  return async () => disposable.dispose();
}
