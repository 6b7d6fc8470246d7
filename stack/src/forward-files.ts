import type { Authenticate } from '@teei/router/authenticate';
import type { Viewer } from '@teei/runtime/viewer';
import { viewerTokenHeader } from '@teei/runtime/viewer-token';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'undici';

export interface ForwardOptions {
  readonly programsUrl: string;
  readonly privacyUrl: string;
  readonly authenticate: Authenticate;
  readonly signViewer: (viewer: Viewer) => Promise<string>;
}

const forwarded = ['content-type', 'content-length', 'x-file-name'] as const;

/** Hands uploads and files on to the subgraph that they belong to, in its own process, as they stream, for the viewer of the request. */
export async function forwardFiles(app: FastifyInstance, options: ForwardOptions): Promise<void> {
  const programs = new Pool(new URL(options.programsUrl).origin, { connections: 16 });
  const privacy = new Pool(new URL(options.privacyUrl).origin, { connections: 4 });
  app.addHook('onClose', async () => void (await Promise.all([programs.close(), privacy.close()])));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const handler = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    forward(programs, options, request, reply);
  app.get('/files/audit-log.csv', (request, reply) => forward(privacy, options, request, reply));
  app.post('/uploads', handler);
  app.post('/uploads/*', handler);
  app.get('/files/*', handler);
}

async function forward(
  pool: Pool,
  options: ForwardOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { headers, ip, url } = request;
  const viewer = await options.authenticate.request({ headers, ip, url });
  const sent: Record<string, string> = { [viewerTokenHeader]: await options.signViewer(viewer) };
  for (const name of forwarded) {
    const value = headers[name];
    if (typeof value === 'string') sent[name] = value;
  }
  const response = await pool.request({
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: url,
    headers: sent,
    body: request.method === 'POST' ? request.raw : null,
  });
  for (const name of ['content-type', 'content-disposition'] as const) {
    const value = response.headers[name];
    if (typeof value === 'string') reply.header(name, value);
  }
  return reply.code(response.statusCode).send(response.body);
}
