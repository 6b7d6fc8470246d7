import { sayUnavailable } from '@teei/programs/webhook-routes';
import { plainError } from '@teei/runtime/log';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'undici';

/** Connection headers are each connection's own (RFC 9110, 7.6.1). */
const ownHeaders = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'host',
  'expect',
  'te',
  'trailer',
]);

/** Hands webhooks on to the programs subgraph in its own process, byte for byte: their signatures are over what was sent. */
export async function forwardWebhooks(app: FastifyInstance, programsUrl: string): Promise<void> {
  // Senders wait no longer than that either.
  const pool = new Pool(new URL(programsUrl).origin, { connections: 32, headersTimeout: 20_000 });
  app.addHook('onClose', () => pool.close());
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.setErrorHandler((error, request, reply) => {
    request.log.warn({ error: plainError(error), correlationId: request.id }, 'a webhook could not be handed on');
    return sayUnavailable(reply);
  });
  app.post('/webhooks/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const sent: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value === 'string' && !ownHeaders.has(name)) sent[name] = value;
    }
    sent['x-forwarded-for'] = request.ip;
    const response = await pool.request({ method: 'POST', path: request.url, headers: sent, body: request.raw });
    for (const name of ['content-type', 'retry-after'] as const) {
      const value = response.headers[name];
      if (typeof value === 'string') reply.header(name, value);
    }
    return reply.code(response.statusCode).send(response.body);
  });
}
