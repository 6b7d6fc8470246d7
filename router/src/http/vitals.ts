import type { BucketSize } from '@teei/runtime/token-buckets';
import { TokenBuckets } from '@teei/runtime/token-buckets';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PageVitals, VitalsMetrics } from '../vitals-metrics.ts';

/**
 * `POST /vitals`: how a page of the cockpit felt to somebody. Who it was is neither sent nor asked: no viewer is established, and a
 * page is named by its pattern.
 */
export async function vitalsEndpoint(
  app: FastifyInstance,
  { vitals }: { readonly vitals: VitalsMetrics },
): Promise<void> {
  const addresses = new TokenBuckets(perAddress);
  // Beacons come as text, whatever is in them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: bodyBytes }, (_request, body, done) =>
    done(null, body),
  );
  app.post(
    '/vitals',
    {
      bodyLimit: bodyBytes,
      onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
        // A page elsewhere must not speak for ours; what is no browser says nothing of where it is.
        if (!['same-origin', undefined].includes(request.headers['sec-fetch-site'] as string | undefined))
          return reply.code(403).send();
        const wait = addresses.take(request.ip);
        if (wait > 0) return reply.code(429).header('retry-after', wait).send();
      },
    },
    async (request, reply) => {
      const read = readBeacon(request.body);
      if (read === undefined) return reply.code(400).send();
      vitals.add(read);
      return reply.code(204).send();
    },
  );
}

/** Of one document there is one beacon. An office behind one address sends more; what is above this is a sample lost. */
const perAddress: BucketSize = { burst: 60, perSecond: 1 };
const bodyBytes = 1024;

/** Above these bounds nobody waited for a page any more: the machine slept. */
const beacon = z.strictObject({
  page: z.string().max(60),
  lcp: z.number().min(0).max(120_000).optional(),
  inp: z.number().min(0).max(120_000).optional(),
  ttfb: z.number().min(0).max(120_000).optional(),
  cls: z.number().min(0).max(100).optional(),
});

function readBeacon(body: unknown): PageVitals | undefined {
  try {
    return beacon.safeParse(JSON.parse(String(body))).data;
  } catch {
    return undefined;
  }
}
