import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

/**
 * `STANDARD`: Standard Webhooks 1.0.0. `PLAIN`: HMAC-SHA256 over `timestamp.body` in one header, as older senders do it.
 */
export type SignatureScheme = 'STANDARD' | 'PLAIN';

export interface SignedRequest {
  readonly scheme: SignatureScheme;
  /** The name in the path; `PLAIN` senders name their headers after it. */
  readonly source: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export type Verdict =
  | { readonly kind: 'valid'; readonly sentAt: Date; readonly messageId: string | null }
  /** Signed by who it says, but too long ago, or by a clock that is wrong. */
  | { readonly kind: 'stale'; readonly sentAt: Date }
  | { readonly kind: 'invalid' };

/** Seconds that the sender's clock and ours may be apart (Standard Webhooks: five minutes). */
export const toleranceSeconds = 300;

/** Checks against every key that is valid now: two of them while a secret is being rotated. */
export function verifySignature(request: SignedRequest, keys: readonly KeyObject[], now: Date): Verdict {
  const signed = request.scheme === 'STANDARD' ? standardParts(request) : plainParts(request);
  if (!signed) return { kind: 'invalid' };
  const expected = keys.map((key) => createHmac('sha256', key).update(signed.prefix).update(request.body).digest());
  const matches = expected.some((digest) => signed.digests.some((given) => isSame(digest, given)));
  if (!matches) return { kind: 'invalid' };
  const distance = Math.abs(now.getTime() - signed.sentAt.getTime()) / 1000;
  if (distance > toleranceSeconds) return { kind: 'stale', sentAt: signed.sentAt };
  return { kind: 'valid', sentAt: signed.sentAt, messageId: signed.messageId };
}

/** The key that a secret stands for: the bytes behind `whsec_`, or for `PLAIN` the whole secret as text. */
export function keyOf(scheme: SignatureScheme, secret: string): KeyObject {
  const bytes = scheme === 'STANDARD' ? Buffer.from(secret.replace(/^whsec_/, ''), 'base64') : Buffer.from(secret);
  return createSecretKey(bytes);
}

/** The headers with which a message is sent. */
export function signedHeaders(
  scheme: SignatureScheme,
  message: { readonly id: string; readonly at: Date; readonly body: string },
  key: KeyObject,
): Record<string, string> {
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const digest = (signed: string): Buffer => createHmac('sha256', key).update(signed).digest();
  if (scheme === 'PLAIN') {
    const hex = digest(`${timestamp}.${message.body}`).toString('hex');
    return { 'x-webhook-timestamp': timestamp, 'x-webhook-signature': `sha256=${hex}` };
  }
  const base64 = digest(`${message.id}.${timestamp}.${message.body}`).toString('base64');
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${base64}` };
}

interface SignedParts {
  /** What is signed before the body. */
  readonly prefix: string;
  readonly digests: readonly Buffer[];
  readonly sentAt: Date;
  readonly messageId: string | null;
}

function standardParts({ headers }: SignedRequest): SignedParts | undefined {
  const id = textOf(headers['webhook-id']);
  const timestamp = textOf(headers['webhook-timestamp']);
  const signatures = textOf(headers['webhook-signature']);
  // The id is signed between dots, so that one with a dot could be read in two ways.
  if (!/^[^\s.]{1,200}$/.test(id) || !/^\d{1,11}$/.test(timestamp)) return undefined;
  const digests = signatures
    .split(' ', maximumSignatures)
    .flatMap((each) => (each.startsWith('v1,') ? Buffer.from(each.slice(3), 'base64') : []));
  return { prefix: `${id}.${timestamp}.`, digests, sentAt: new Date(Number(timestamp) * 1000), messageId: id };
}

function plainParts({ headers, source }: SignedRequest): SignedParts | undefined {
  const header = (name: string): string =>
    textOf(headers[`x-${source}-${name}`] ?? headers[`x-webhook-${name}`] ?? headers[`x-${name}`]);
  const given = header('signature');
  const timestamp = /(?:^|,)\s*t=(\d+)/.exec(given)?.[1] ?? header('timestamp');
  // Ten digits are seconds, thirteen are milliseconds.
  if (!/^\d{10}(\d{3})?$/.test(timestamp)) return undefined;
  const digests = given.split(/[\s,]+/, maximumSignatures).flatMap(digestOf);
  const sentAt = new Date(Number(timestamp) * (timestamp.length === 10 ? 1000 : 1));
  return { prefix: `${timestamp}.`, digests, sentAt, messageId: null };
}

/** Nobody rotates through more at a time; without a limit a request could make us compare for long. */
const maximumSignatures = 10;

/** 32 bytes in hexadecimal or base64, with or without a name before them: `sha256=…`, `v1=…`. */
function digestOf(text: string): readonly Buffer[] {
  const bare = text.replace(/^(sha256|v1)=/, '');
  if (/^[0-9a-f]{64}$/i.test(bare)) return [Buffer.from(bare, 'hex')];
  return /^[A-Za-z0-9+/]{43}=?$/.test(bare) ? [Buffer.from(bare, 'base64')] : [];
}

function textOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
