import type { Viewer } from '@teei/runtime/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../answer.ts';
import type { AnsweringParts, Asker } from '../asker.ts';
import type { Authenticate } from '../authenticate.ts';
import { Departure } from '../departure.ts';
import type { Graph } from '../graph.ts';
import type { RouterMetrics } from '../metrics.ts';
import { Refusal, refusalError } from '../refusal.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { type ResponseType, responseTypeFor } from './media-type.ts';
import { parametersOf } from './parameters.ts';
import { requirePreflight } from './preflight.ts';
import type { RateLimits } from './rate-limit.ts';
import { sendAnswer, sendRefusal } from './respond.ts';

/** `/graphql` by GET and POST, as GraphQL over HTTP says. */
export async function graphqlEndpoint(app: FastifyInstance, parts: EndpointParts): Promise<void> {
  const { bodyBytes } = parts.settings.limits;
  // Bodies stay text until the media type and the sender are known to be welcome.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: bodyBytes }, (_request, body, done) =>
    done(null, body),
  );
  const endpoint = new GraphqlEndpoint(parts);
  app.setErrorHandler((error, request, reply) =>
    endpoint.refuse(refusalFor(error, bodyBytes, request), request, reply),
  );
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    bodyLimit: bodyBytes,
    onRequest: (request, _reply, done) => endpoint.admitAddress(request, done),
    handler: (request, reply) => endpoint.handle(request, reply),
  });
}

export interface EndpointParts extends AnsweringParts {
  readonly authenticate: Authenticate;
  readonly metrics: RouterMetrics;
  readonly rateLimits: RateLimits;
  currentGraph(): Graph;
}

class GraphqlEndpoint {
  readonly #parts: EndpointParts;

  constructor(parts: EndpointParts) {
    this.#parts = parts;
  }

  /** Before the body is read: a flood must not cost more than its headers. */
  admitAddress(request: FastifyRequest, done: (error?: Error) => void): void {
    const admission = this.#admissionOf(request.ip);
    if (admission instanceof Promise) admission.then(() => done(), done);
    else done(admission);
  }

  /** The error where the address is refused at once. */
  #admissionOf(address: string): Error | undefined | Promise<void> {
    try {
      return this.#parts.rateLimits.admitAddress(address);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const start = performance.now();
    const operation: { name?: string | undefined } = {};
    try {
      const type = responseTypeFor(request.headers.accept);
      const result = await this.#answer(request, reply, (name) => {
        operation.name = name;
      });
      this.#parts.metrics.request(operation.name, result.hasErrors ? 'errors' : 'ok', secondsSince(start));
      return sendAnswer(reply, type, result);
    } catch (error) {
      this.#parts.metrics.request(operation.name, 'refused', secondsSince(start));
      return this.refuse(refusalFor(error, this.#parts.settings.limits.bodyBytes, request), request, reply);
    }
  }

  refuse(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    this.#parts.metrics.refusal(refusal.code);
    return sendRefusal(reply, acceptableTypeFor(request), refusal);
  }

  async #answer(request: FastifyRequest, reply: FastifyReply, onOperation: (name: string | undefined) => void) {
    if (request.method !== 'POST' && request.method !== 'GET') {
      throw new Refusal('METHOD_NOT_ALLOWED', `${request.method} is not served`);
    }
    if (request.method === 'GET') requirePreflight(request.headers);
    const parameters = parametersOf(request);
    const viewer = await this.#viewerOf(request);
    return answer(parameters, this.#askerOf(request, reply, viewer, onOperation), this.#parts);
  }

  async #viewerOf(request: FastifyRequest): Promise<Viewer> {
    const { headers, ip, url } = request;
    const viewer = await this.#parts.authenticate.request({ headers, ip, url });
    const admission = this.#parts.rateLimits.admitViewer(viewer);
    if (admission) await admission;
    return viewer;
  }

  #askerOf(request: FastifyRequest, reply: FastifyReply, viewer: Viewer, onOperation: Asker['onOperation']): Asker {
    return {
      graph: this.#parts.currentGraph(),
      viewer,
      correlationId: request.id,
      traceparent: traceparentOf(request),
      leaves: leavingOf(reply),
      readsOnly: request.method === 'GET',
      ...idempotencyKeyOf(request.headers),
      ...(onOperation ? { onOperation } : {}),
    };
  }
}

/** A refusal must not be refused for its own media type. */
function acceptableTypeFor(request: FastifyRequest): ResponseType {
  try {
    return responseTypeFor(request.headers.accept);
  } catch {
    return 'application/json';
  }
}

function refusalFor(error: unknown, bodyBytes: number, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new Refusal('BODY_TOO_LARGE', `The body is larger than ${bodyBytes} bytes`);
  }
  if (typeof code === 'string' && code.startsWith('FST_ERR_CTP'))
    return new Refusal('BAD_REQUEST', 'The body cannot be read');
  request.log.error({ err: error, correlationId: request.id }, 'a request failed unexpectedly');
  const extensions = { correlationId: request.id };
  return new Refusal('INTERNAL_SERVER_ERROR', [
    refusalError('INTERNAL_SERVER_ERROR', 'Unexpected error', { extensions }),
  ]);
}

function leavingOf(reply: FastifyReply): Departure {
  const leaving = new Departure();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) leaving.happen();
  });
  return leaving;
}

/** W3C Trace Context, version 00. Anything else is not passed on. */
function traceparentOf(request: FastifyRequest): string | undefined {
  const header = request.headers.traceparent;
  return typeof header === 'string' && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(header) ? header : undefined;
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
