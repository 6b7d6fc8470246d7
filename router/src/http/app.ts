import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { RouterOptions } from '../router-options.ts';
import type { GraphInService } from '../supergraph/graph-in-service.ts';
import { VitalsMetrics } from '../vitals-metrics.ts';
import { allowOrigins } from './cross-origin.ts';
import { type EndpointParts, graphqlEndpoint } from './graphql-endpoint.ts';
import { healthRoutes } from './health.ts';
import { vitalsEndpoint } from './vitals.ts';

/** The HTTP side of the router. `stop` finishes the requests under way and accepts no more. */
export async function createApp(parts: EndpointParts, graphs: GraphInService, options: RouterOptions): Promise<App> {
  const { settings } = options;
  const log: FastifyBaseLogger = options.log;
  let isStopping = false;
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    genReqId: correlationIdOf,
    // A logger for each request is the dearest part of a small one; GraphQL requests and webhooks name their id where they log.
    childLoggerFactory: (logger, bindings, childOptions, raw) =>
      raw.url?.startsWith('/graphql') || raw.url?.startsWith('/webhooks')
        ? logger
        : logger.child(bindings, childOptions),
    // While stopping, requests on open connections are still served; their connections close after it.
    return503OnClosing: false,
  });
  // Hooks with a callback: those that return promises cost each request a turn of the queue.
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-correlation-id', request.id);
    done();
  });
  allowOrigins(app, settings.origins);
  await app.register((scope) => graphqlEndpoint(scope, parts));
  const vitals = new VitalsMetrics(parts.metrics.registry);
  await app.register((scope) => vitalsEndpoint(scope, { vitals }));
  healthRoutes(app, { ...parts, subgraphStates: () => graphs.subgraphStates(), isStopping: () => isStopping });
  await options.extend?.(app);
  await app.ready();
  return {
    app,
    async stop() {
      isStopping = true;
      // A connection that was busy when the server closed is kept alive after its answer, and would hold up the end.
      const idle = setInterval(() => app.server.closeIdleConnections(), 50);
      await app.close();
      clearInterval(idle);
    },
  };
}

export interface App {
  readonly app: FastifyInstance;
  stop(): Promise<void>;
}

/** The caller's own id where it is a plain one: ids go into logs and answers. */
function correlationIdOf(request: IncomingMessage): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
