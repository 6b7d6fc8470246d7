import { createHash } from 'node:crypto';

/** What a webhook says of itself before anybody looks at its data. */
export interface Envelope {
  readonly deliveryId: string;
  readonly eventId: string | null;
  readonly type: string;
  readonly version: number;
  /** When it happened, as the sender says; never later than it came. */
  readonly occurredAt: Date;
}

export type WebhookBody = Readonly<Record<string, unknown>>;

/** Undefined when the body is not one JSON object. */
export function readBody(text: string): WebhookBody | undefined {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Reads CloudEvents (`id`, `type`, `time`, `dataversion`), the older form (`event_id`, `event_type`, `timestamp`,
 * `delivery_id`) and what lies between. A bare `id` is not taken for an event's id outside CloudEvents: many senders
 * put the record's own there, and its second event would be lost as a repetition.
 */
export function readEnvelope(
  body: WebhookBody,
  sent: { readonly messageId: string | null; readonly at: Date; readonly text: string },
  receivedAt: Date,
): Envelope {
  const eventId = idIn(body, 'event_id', 'eventId') ?? ('specversion' in body ? idIn(body, 'id') : undefined);
  const senderId = idIn(body, 'delivery_id', 'deliveryId');
  return {
    deliveryId: sent.messageId ?? senderId ?? eventId ?? `sha256:${hashOf(`${sent.at.getTime()}.${sent.text}`)}`,
    eventId: eventId ?? (sent.messageId === null ? null : (senderId ?? null)),
    type: idIn(body, 'event_type', 'eventType', 'type', 'event') ?? 'unknown',
    version: versionIn(body),
    occurredAt: earlier(timeIn(body) ?? sent.at, receivedAt),
  };
}

const ofEnvelope: ReadonlySet<string> = new Set(
  [
    'specversion',
    'source',
    'subject',
    'delivery_id',
    'deliveryId',
    'event_id',
    'eventId',
    'event_type',
    'eventType',
  ].concat(['type', 'event', 'dataversion', 'data_version', 'event_version', 'version', 'time', 'timestamp']),
);

/** The data of a body that has no part of its own for it: an event's id and type must not be taken for the record's. */
export function withoutEnvelope(body: WebhookBody): WebhookBody {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !ofEnvelope.has(name)));
}

/** What the sender calls the company, wherever older senders put it. */
export function senderCompanyIdIn(body: WebhookBody): string | undefined {
  const data = recordOf(body.data) ?? {};
  const places = [body, data, ...['volunteer', 'user', 'mentor', 'participant', 'company'].map((name) => data[name])];
  for (const place of places) {
    const found = idIn(recordOf(place) ?? {}, 'company_id', 'companyId', 'companyid');
    if (found !== undefined) return found;
  }
  return idIn(recordOf(data.company) ?? {}, 'id');
}

export function recordOf(value: unknown): WebhookBody | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as WebhookBody) : undefined;
}

/** The first of these fields that can be an id: short, and without characters that Postgres or a log cannot take. */
function idIn(body: WebhookBody, ...fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const value = body[field];
    const text = typeof value === 'number' ? String(value) : value;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are not wanted.
    if (typeof text === 'string' && text !== '' && text.length <= 200 && !/[\u0000-\u001f\u007f]/.test(text))
      return text;
  }
  return undefined;
}

function versionIn(body: WebhookBody): number {
  for (const field of ['dataversion', 'data_version', 'event_version', 'version']) {
    const major = /^v?(\d{1,6})/.exec(String(body[field] ?? ''))?.[1];
    if (major !== undefined) return Number(major);
  }
  return 1;
}

function timeIn(body: WebhookBody): Date | undefined {
  for (const field of ['time', 'timestamp', 'occurred_at', 'created_at']) {
    const found = instantOf(body[field]);
    if (found) return found;
  }
  return undefined;
}

function instantOf(value: unknown): Date | undefined {
  const isUnix = typeof value === 'number' || (typeof value === 'string' && /^\d{10}(\d{3})?$/.test(value));
  const unix = Number(value);
  const at = isUnix ? unix * (unix < 1e11 ? 1000 : 1) : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return at > firstPlausible && at < lastPlausible ? new Date(at) : undefined;
}

const firstPlausible = Date.UTC(2000, 0, 1);
const lastPlausible = Date.UTC(2100, 0, 1);

/** A sender whose clock runs ahead must not keep its own next correction out. */
function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
