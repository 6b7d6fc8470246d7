import type { FastifyReply } from 'fastify';
import type { WrittenAnswer } from '../execute/answer.ts';
import type { Refusal } from '../refusal.ts';
import type { ResponseType } from './media-type.ts';

/** An operation was executed: 200, whatever its errors, in both media types. */
export function sendAnswer(reply: FastifyReply, type: ResponseType, answer: WrittenAnswer): FastifyReply {
  if (answer.isReplayed) reply.header('idempotent-replayed', 'true');
  return reply.code(200).header('content-type', contentTypes[type]).send(answer.json);
}

/**
 * The operation was not executed. Under `application/json` a well-formed GraphQL request gets 200 even when it is not
 * valid, since intermediaries may have made up any other status; the newer type says what it is.
 */
export function sendRefusal(reply: FastifyReply, type: ResponseType, refusal: Refusal): FastifyReply {
  const status = type === 'application/json' && !refusal.isOfTransport ? 200 : refusal.status;
  if (refusal.retryAfterSeconds !== undefined) reply.header('retry-after', refusal.retryAfterSeconds);
  if (refusal.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  if (status === 405) reply.header('allow', refusal.code === 'MUTATION_BY_GET' ? 'POST' : 'GET, POST');
  return reply
    .code(status)
    .header('content-type', contentTypes[type])
    .send(JSON.stringify({ errors: refusal.errors }));
}

const contentTypes: Record<ResponseType, string> = {
  'application/json': 'application/json; charset=utf-8',
  'application/graphql-response+json': 'application/graphql-response+json; charset=utf-8',
};
