import { isUtf8 } from 'node:buffer';
import { createSecretKey, randomBytes } from 'node:crypto';
import { newId } from '@teei/runtime/id';
import { isSource } from '../domain/webhook/endpoint-rules.ts';
import { readBody, readEnvelope, senderCompanyIdIn, type WebhookBody } from '../domain/webhook/envelope.ts';
import { type SignedRequest, type Verdict, verifySignature } from '../domain/webhook/signature.ts';
import type { NewDelivery } from '../store/webhook-queue.ts';
import type { Address, EndpointKeys, OpenEndpoint } from './endpoint-keys.ts';
import { IntakeFull, type WebhookIntake } from './webhook-intake.ts';
import type { WebhookRates } from './webhook-limits.ts';

export interface IncomingWebhook {
  readonly source: string;
  /** Undefined on the plain path, where a header or the body names the company. */
  readonly endpointId: string | undefined;
  readonly headers: SignedRequest['headers'];
  readonly body: Buffer;
  /** Of the sender. */
  readonly ip: string;
}

/** What the sender is told; each has one status and one text (`webhook-routes.ts`). */
export type WebhookAnswer =
  | { readonly kind: 'accepted' | 'repeated' }
  /** Unknown source, unknown endpoint, wrong signature: all alike, so that nobody learns what there is. */
  | { readonly kind: 'refused' }
  /** Only said to who knows the secret. */
  | { readonly kind: 'stale' | 'notJson' }
  | { readonly kind: 'tooMany'; readonly seconds: number }
  | { readonly kind: 'full' };

export interface WebhookReceiver {
  readonly keys: EndpointKeys;
  readonly intake: WebhookIntake;
  readonly rates: WebhookRates;
}

/** Checks who sends, keeps what is sent, and answers when it is durable. */
export async function receiveWebhook(receiver: WebhookReceiver, incoming: IncomingWebhook): Promise<WebhookAnswer> {
  const body = once(() => (isUtf8(incoming.body) ? readBody(incoming.body.toString('utf8')) : undefined));
  const address = addressOf(incoming, body);
  const target = `${incoming.source} ${address?.id ?? ''}`;
  const wait = receiver.rates.beforeVerifying(incoming.ip, target);
  if (wait > 0) return { kind: 'tooMany', seconds: wait };
  const sender = verified(incoming, address ? await receiver.keys.find(incoming.source, address) : []);
  if (!sender) {
    receiver.rates.failed(incoming.ip, target);
    return { kind: 'refused' };
  }
  const { endpoint, verdict } = sender;
  if (verdict.kind === 'stale') return { kind: 'stale' };
  const read = body();
  if (!read) return { kind: 'notJson' };
  const pause = receiver.rates.accept(endpoint.id);
  if (pause > 0) return { kind: 'tooMany', seconds: pause };
  return keep(receiver.intake, endpoint, deliveryOf(incoming, endpoint, verdict, read));
}

type Sent = Extract<Verdict, { kind: 'valid' }>;

function addressOf(
  { source, endpointId, headers }: IncomingWebhook,
  body: () => WebhookBody | undefined,
): Address | undefined {
  if (!isSource(source)) return undefined;
  if (endpointId !== undefined) return { by: 'endpoint', id: endpointId };
  const header = headers['x-company-id'];
  const named = typeof header === 'string' && header.length <= 100 ? header : senderCompanyIdIn(body() ?? {});
  return named === undefined || named.includes('\0') ? undefined : { by: 'company', id: named };
}

/** The endpoint whose key the request was signed with. */
function verified(
  { source, headers, body }: IncomingWebhook,
  endpoints: readonly OpenEndpoint[],
): { readonly endpoint: OpenEndpoint; readonly verdict: Exclude<Verdict, { kind: 'invalid' }> } | undefined {
  const now = new Date();
  for (const endpoint of endpoints) {
    const verdict = verifySignature({ scheme: endpoint.scheme, source, headers, body }, endpoint.keys, now);
    if (verdict.kind !== 'invalid') return { endpoint, verdict };
  }
  // Whoever is not found is checked like the others, so that the time an answer takes tells nothing either.
  if (endpoints.length === 0) verifySignature({ scheme: 'STANDARD', source, headers, body }, [nobodysKey], now);
  return undefined;
}

const nobodysKey = createSecretKey(randomBytes(32));

function deliveryOf(incoming: IncomingWebhook, endpoint: OpenEndpoint, sent: Sent, body: WebhookBody): NewDelivery {
  const text = incoming.body.toString('utf8');
  const envelope = readEnvelope(body, { messageId: sent.messageId, at: sent.sentAt, text }, new Date());
  return {
    id: newId(),
    endpointId: endpoint.id,
    source: incoming.source,
    deliveryId: envelope.deliveryId,
    eventId: envelope.eventId,
    eventType: envelope.type,
    eventVersion: envelope.version,
    occurredAt: envelope.occurredAt,
    headers: keptHeaders(incoming.headers),
    body: text,
  };
}

/** What helps to understand a delivery later. Signatures and whatever else may be a credential are not kept. */
const kept = ['content-type', 'user-agent', 'webhook-id', 'webhook-timestamp', 'x-delivery-id', 'traceparent'] as const;

function keptHeaders(headers: SignedRequest['headers']): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of kept) {
    const value = headers[name];
    if (typeof value === 'string') found[name] = value.slice(0, 500);
  }
  return found;
}

async function keep(intake: WebhookIntake, endpoint: OpenEndpoint, delivery: NewDelivery): Promise<WebhookAnswer> {
  try {
    return { kind: (await intake.receive(endpoint.companyId, delivery)) === 'new' ? 'accepted' : 'repeated' };
  } catch (error) {
    if (error instanceof IntakeFull) return { kind: 'full' };
    throw error;
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
