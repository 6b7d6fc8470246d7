import type { FastifyInstance } from 'fastify';
import { createApp } from './http/app.ts';
import type { EndpointParts } from './http/graphql-endpoint.ts';
import { RateLimits } from './http/rate-limit.ts';
import { openSharedBuckets } from './http/shared-buckets.ts';
import { RouterMetrics } from './metrics.ts';
import { PersistedOperations } from './persisted/persisted-operations.ts';
import type { RouterOptions } from './router-options.ts';
import { SocketServer } from './subscribe/socket-server.ts';
import { GraphInService } from './supergraph/graph-in-service.ts';
import type { LoadedSupergraph } from './supergraph/supergraph.ts';
import { sdlOf, watchSupergraph } from './supergraph/supergraph-source.ts';

/**
 * The router: one GraphQL endpoint in front of the subgraphs. It owns authorisation, limits, plans and subscriptions;
 * who the viewer is, and where subgraphs are, it is told.
 *
 * Rejects with `SupergraphRefused` when the first supergraph cannot be served. Subgraphs need not be up.
 */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const { settings, log } = options;
  const persisted = new PersistedOperations(options.manifests ?? []);
  const metrics = new RouterMetrics(options.metrics, persisted.names());
  const graphs = new GraphInService(options, metrics, persisted);
  await graphs.load(await sdlOf(options.supergraph));
  const shared = options.redisUrl === undefined ? undefined : await openSharedBuckets(options.redisUrl, log);
  const parts: EndpointParts = {
    settings,
    persisted,
    metrics,
    authenticate: options.authenticate,
    idempotency: options.idempotency,
    features: options.features,
    companyOperations: options.companyOperations,
    usage: options.usage,
    spending: options.spending,
    rateLimits: new RateLimits(settings.rateLimit, shared && ((size) => shared.open(size))),
    currentGraph: () => graphs.current,
    onFetch: (subgraph, seconds, succeeded) => metrics.fetch(subgraph, seconds, succeeded),
    onUnexpected: (err, subgraph, correlationId) => log.error({ err, subgraph, correlationId }, 'unexpected error'),
  };
  const { app, stop } = await createApp(parts, graphs, options);
  const sockets = new SocketServer(app.server, parts);
  const stopWatching = watchSupergraph(options.supergraph, (sdl) => void graphs.tryLoad(sdl));
  let warming: Promise<void> = Promise.resolve();
  return {
    app,
    async listen({ port, host }) {
      await app.listen({ port, host: host ?? '127.0.0.1' });
      warming = graphs.warm();
      const address = app.server.address();
      return { port: typeof address === 'object' && address ? address.port : port };
    },
    supergraph: () => graphs.current.supergraph,
    reload: (sdl) => graphs.load(sdl),
    async destroy() {
      stopWatching();
      await Promise.all([stop(), sockets.destroy()]);
      await Promise.all([graphs.destroy(), warming, shared?.destroy()]);
    },
  };
}

export interface Router {
  readonly app: FastifyInstance;
  /** Port 0 takes a free one. */
  listen(at: { readonly port: number; readonly host?: string }): Promise<{ readonly port: number }>;
  /** The one in service. */
  supergraph(): LoadedSupergraph;
  /** Rejects with `SupergraphRefused`; then the supergraph in service stays. */
  reload(sdl: string): Promise<void>;
  /** Stops accepting, finishes what is under way, closes sockets with 1001. */
  destroy(): Promise<void>;
}
