import { createHmac } from 'node:crypto';
import type { Caller } from './caller.ts';

/** A partner's system that sends signed webhooks. Its signing is written here again, so that it checks ours. */
export interface WebhookSender {
  readonly endpointId: string;
  readonly path: string;
  readonly secret: string;
  readonly signature: 'STANDARD' | 'PLAIN';
}

export async function createEndpoint(
  admin: Caller,
  input: { source?: string; signature?: 'STANDARD' | 'PLAIN'; senderCompanyId?: string } = {},
): Promise<WebhookSender> {
  const { source = 'kintell', signature = 'STANDARD', senderCompanyId = null } = input;
  const { made } = await admin.get<{ made: { endpoint: { id: string; path: string }; secret: string } }>(
    `mutation ($input: CreateWebhookEndpointInput!) { made: createWebhookEndpoint(input: $input) {
      ... on WebhookSecretIssued { endpoint { id path } secret } ... on Refused { code } } }`,
    { input: { name: `Sender of ${source}`, source, signature, senderCompanyId } },
  );
  return { endpointId: made.endpoint.id, path: made.endpoint.path, secret: made.secret, signature };
}

export interface Sending {
  /** Goes under `webhook-id`; a `PLAIN` sender has none. */
  readonly id?: string;
  readonly at?: Date;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another than the sender's own. */
  readonly secret?: string;
}

let sent = 0;

/** The headers that this sender puts on this text. */
export function signed(
  sender: WebhookSender,
  text: string,
  { id, at = new Date(), secret }: Sending = {},
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = secret ?? sender.secret;
  if (sender.signature === 'PLAIN') {
    const hex = createHmac('sha256', key).update(`${timestamp}.${text}`).digest('hex');
    return { 'x-webhook-timestamp': timestamp, 'x-webhook-signature': hex };
  }
  const messageId = id ?? `msg_${++sent}_${timestamp}`;
  const bytes = Buffer.from(key.slice('whsec_'.length), 'base64');
  const base64 = createHmac('sha256', bytes).update(`${messageId}.${timestamp}.${text}`).digest('base64');
  return { 'webhook-id': messageId, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${base64}` };
}

export function sendWebhook(
  url: string,
  sender: WebhookSender,
  body: object | string,
  sending: Sending = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${url}${sending.path ?? sender.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed(sender, text, sending), ...sending.headers },
    body: text,
  });
}

/** A Kintell session as its webhook tells it. */
export function sessionEvent(
  sessionId: string,
  more: { minutes?: number; at?: string; [field: string]: unknown } = {},
) {
  const { minutes = 60, at = '2026-03-01T12:00:00Z', ...rest } = more;
  return {
    type: 'kintell.session.completed',
    time: at,
    data: {
      session_id: sessionId,
      session_type: 'language',
      participant: { email: `${sessionId.toLowerCase()}@example.org` },
      volunteer: { email: 'volunteer@example.com' },
      started_at: '2026-02-28T15:00:00Z',
      duration_minutes: minutes,
      rating: 4,
    },
    ...rest,
  };
}
