import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Identity } from '@teei/router/identity/create-identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Sign-in: everything under /api/auth is better-auth's, which speaks the Fetch API's requests and responses. */
export function authRoutes(app: FastifyInstance, identity: Identity, baseUrl: string): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) =>
        answer(reply, await identity.handler(asFetchRequest(request, baseUrl), request.ip)),
    });
  });
  app.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(await identity.publicKeys()),
  );
}

/** The cockpit and GraphiQL, as `npm run build -w web` left them. Paths that are no file belong to the cockpit's own routes. */
export async function cockpitRoutes(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/');
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.addHook('onSend', async (request, reply) => {
    if (!String(reply.getHeader('content-type') ?? '').startsWith('text/html')) return;
    for (const [name, value] of Object.entries(pageHeaders(request.url))) reply.header(name, value);
  });
  app.get('/graphiql', (_request, reply) => reply.sendFile('graphiql.html'));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (wantsPage) return reply.sendFile('index.html');
    return reply.code(404).send({
      error: { code: 'NOT_FOUND', message: 'There is nothing at this address.', remedy: 'Check the address.' },
    });
  });
}

/** GraphiQL's editor makes its workers from blobs and its styles at run time; the cockpit needs neither. */
function pageHeaders(url: string): Record<string, string> {
  const isGraphiql = url.startsWith('/graphiql');
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    `script-src 'self'${isGraphiql ? " 'unsafe-eval' blob:" : ''}`,
    `worker-src 'self'${isGraphiql ? ' blob:' : ''}`,
    "connect-src 'self' ws: wss:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
  return { 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };
}

function asFetchRequest(request: FastifyRequest, baseUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const body = Buffer.isBuffer(request.body) && request.body.length > 0 ? new Uint8Array(request.body) : undefined;
  return new Request(new URL(request.url, baseUrl), { method: request.method, headers, ...(body ? { body } : {}) });
}

async function answer(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status);
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.send(Buffer.from(await response.arrayBuffer()));
}
