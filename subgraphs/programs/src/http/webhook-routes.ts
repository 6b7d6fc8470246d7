import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { openDatabase } from '@teei/runtime/database';
import { plainError } from '@teei/runtime/log';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SealedEndpoints } from '../store/sealed-endpoints.ts';
import { EndpointKeys } from './endpoint-keys.ts';
import { receiveWebhook, type WebhookAnswer } from './receive-webhook.ts';
import { WebhookIntake } from './webhook-intake.ts';
import { defaultWebhookLimits, type WebhookLimits, WebhookRates } from './webhook-limits.ts';

export interface WebhookRouteOptions {
  readonly limits?: WebhookLimits;
  /** The sender's address, where the request comes through the router's own process. */
  readonly addressOf?: (request: FastifyRequest) => string;
}

/** Bytes of a body; larger ones are refused while they come. */
const bodyLimit = 256 * 1024;

/** `POST /webhooks/:source/:endpointId`, and `POST /webhooks/:source` for senders that name the company elsewhere. */
export async function webhookRoutes(
  app: FastifyInstance,
  parts: SubgraphParts,
  { limits = defaultWebhookLimits, addressOf = ({ ip }) => ip }: WebhookRouteOptions = {},
): Promise<void> {
  const database = openDatabase({ url: parts.platform.databaseUrl, role: 'teei_intake', connections: 4 });
  const { sealer, wakeUps } = parts.platform;
  const keys = new EndpointKeys({ endpoints: new SealedEndpoints(database), sealer, wakeUps, log: parts.log });
  const receiver = { keys, intake: new WebhookIntake(parts.platform), rates: new WebhookRates(limits) };
  app.addHook('onClose', async () => {
    keys.close();
    await Promise.all([database.close(), receiver.intake.close()]);
  });
  // Signatures are over bytes: nothing may read the body before it was checked, whatever it is said to be.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, reply) => {
    if (isTooLarge(error)) return send(reply, tooLarge);
    parts.log.error({ error: plainError(error), correlationId: request.id }, 'a webhook could not be kept');
    return sayUnavailable(reply);
  });
  const handler = async (request: FastifyRequest<{ Params: Params }>, reply: FastifyReply): Promise<FastifyReply> => {
    const { source, endpointId } = request.params;
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const incoming = { source, endpointId, headers: request.headers, body, ip: addressOf(request) };
    const answer = await receiveWebhook(receiver, incoming);
    if (answer.kind === 'tooMany') reply.header('retry-after', answer.seconds);
    if (answer.kind === 'full') reply.header('retry-after', 1);
    return send(reply, answers[answer.kind]);
  };
  app.post('/webhooks/:source', handler);
  app.post('/webhooks/:source/:endpointId', handler);
}

/** Nothing was kept, as far as anybody can tell; a sender that comes again with the same id is never counted twice. */
export function sayUnavailable(reply: FastifyReply): FastifyReply {
  return send(reply.header('retry-after', 5), unavailable);
}

interface Params {
  readonly source: string;
  readonly endpointId?: string;
}

interface Told {
  readonly status: number;
  readonly body: string;
}

function send(reply: FastifyReply, { status, body }: Told): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(body);
}

const said = (status: number, what: string): Told => ({ status, body: JSON.stringify({ status: what }) });
const refusal = (status: number, code: string, message: string, remedy: string): Told => ({
  status,
  body: JSON.stringify({ error: { code, message, remedy } }),
});

const unavailable = refusal(503, 'WEBHOOK_UNAVAILABLE', 'The delivery could not be kept.', 'Send it again later.');
const tooLarge = refusal(
  413,
  'WEBHOOK_TOO_LARGE',
  `A delivery holds at most ${bodyLimit / 1024} KB.`,
  'Send ids, and let the rest be fetched or imported.',
);

const answers: Record<WebhookAnswer['kind'], Told> = {
  accepted: said(202, 'accepted'),
  repeated: said(200, 'repeated'),
  refused: refusal(
    401,
    'WEBHOOK_REFUSED',
    'There is no such endpoint, or the signature does not fit it.',
    'Check the address, the secret, and that the body is signed as it is sent.',
  ),
  stale: refusal(
    401,
    'WEBHOOK_STALE',
    'The timestamp is more than five minutes away from our clock.',
    'Set the clock of the sending machine, and sign anew when sending again.',
  ),
  notJson: refusal(400, 'WEBHOOK_NOT_JSON', 'The body is not one JSON object in UTF-8.', 'Send one JSON object.'),
  tooMany: refusal(429, 'WEBHOOK_TOO_MANY', 'Too much comes from here.', 'Wait as long as Retry-After says.'),
  full: refusal(503, 'WEBHOOK_BUSY', 'More comes in than can be written now.', 'Wait as long as Retry-After says.'),
};

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
}
