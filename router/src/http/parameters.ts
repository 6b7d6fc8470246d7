import type { FastifyRequest } from 'fastify';
import { type OperationRequest, operationRequestOf } from '../operation/operation-request.ts';
import { Refusal } from '../refusal.ts';
import { mediaTypeOf, requireUtf8 } from './media-type.ts';

/** The GraphQL request in an HTTP request. Throws `Refusal`. */
export function parametersOf(request: FastifyRequest): OperationRequest {
  return request.method === 'GET' ? fromUrl(request.url) : fromBody(request);
}

function fromBody(request: FastifyRequest): OperationRequest {
  const contentType = request.headers['content-type'];
  if (mediaTypeOf(contentType) !== 'application/json') {
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE', `The body is ${contentType ? `"${contentType}"` : 'of no type'}`);
  }
  requireUtf8(contentType);
  if (typeof request.body !== 'string' || request.body === '')
    throw new Refusal('BAD_REQUEST', 'The request has no body');
  return operationRequestOf(jsonOf('The body', request.body));
}

function fromUrl(url: string): OperationRequest {
  const start = url.indexOf('?');
  const search = new URLSearchParams(start < 0 ? '' : url.slice(start));
  const json = (name: string): unknown => {
    const text = search.get(name);
    return text === null || text === '' ? undefined : jsonOf(`The parameter "${name}"`, text);
  };
  return operationRequestOf({
    query: search.get('query') ?? undefined,
    documentId: search.get('documentId') ?? undefined,
    // A parameter that is there but empty is as if it were not there (GraphQL over HTTP, "GET").
    operationName: search.get('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  });
}

function jsonOf(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('BAD_REQUEST', `${what} is not JSON`);
  }
}
