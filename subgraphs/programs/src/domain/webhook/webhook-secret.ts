import { randomBytes } from 'node:crypto';

export interface IssuedWebhookSecret {
  /** Shown once. */
  readonly secret: string;
  /** The first characters, by which people recognise it. */
  readonly prefix: string;
}

/** Standard Webhooks wants 24 to 64 bytes; the digest of HMAC-SHA256 has 32. */
const secretBytes = 32;

export function issueWebhookSecret(): IssuedWebhookSecret {
  const secret = `whsec_${randomBytes(secretBytes).toString('base64')}`;
  return { secret, prefix: secret.slice(0, 'whsec_'.length + 4) };
}

/** Where a secret is kept, for sealing: it opens nowhere else. */
export function placeOfSecret(companyId: string, id: string) {
  return { companyId, table: 'programs.webhook_secret', id } as const;
}
