import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RouterMetrics } from '../metrics.ts';
import type { RouterSettings } from '../settings.ts';

/** `/healthz`: the process answers. `/readyz`: send it traffic. `/metrics`: for Prometheus. */
export function healthRoutes(app: FastifyInstance, parts: HealthParts): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const subgraphs = parts.subgraphStates();
    // With a subgraph down the router still answers for the others: that is no reason to take it out of service.
    const status = parts.isStopping()
      ? 'stopping'
      : subgraphs.every(({ state }) => state === 'closed')
        ? 'ready'
        : 'degraded';
    return reply.code(status === 'stopping' ? 503 : 200).send({ status, subgraphs });
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, parts.settings)) return reply.code(404).send({ error: 'not found' });
    return reply.type(parts.metrics.registry.contentType).send(await parts.metrics.registry.metrics());
  });
}

export interface HealthParts {
  readonly settings: RouterSettings;
  readonly metrics: RouterMetrics;
  subgraphStates(): readonly { readonly name: string; readonly state: string }[];
  isStopping(): boolean;
}

function mayReadMetrics(request: FastifyRequest, { production, metricsToken }: RouterSettings): boolean {
  if (metricsToken !== undefined) return isSame(request.headers['x-metrics-token'], metricsToken);
  // The socket's own address: a proxy on this machine would make every visitor look local, so it must set a token.
  const isLocal = isLoopback(request.socket.remoteAddress) && request.headers['x-forwarded-for'] === undefined;
  return !production || isLocal;
}

function isSame(given: string | string[] | undefined, token: string): boolean {
  const [one, other] = [Buffer.from(String(given ?? '')), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}
