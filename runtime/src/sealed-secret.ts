import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Where a secret is kept. It is bound to the ciphertext, so a row that was copied elsewhere does not open there. */
export interface SecretPlace {
  readonly companyId: string;
  /** Schema and table, such as `programs.provider_connection`. */
  readonly table: string;
  readonly id: string;
}

/** Encrypts what a company gave us to reach another system, so that a copy of the database alone opens nothing. */
export interface Sealer {
  /** AES-256-GCM. Answers `s1.<key id>.<nonce>.<ciphertext and tag>`, the last two in base64url. */
  seal(plain: string, place: SecretPlace): string;
  /** Throws `SealBroken`. */
  open(sealed: string, place: SecretPlace): string;
  /** Whether `sealed` was made with the key that seals now; what was not is sealed again by `npm run secrets:rotate`. */
  isCurrent(sealed: string): boolean;
}

/** The text was not sealed here: for another place, with a key that is gone, or it was changed since. Says no more on purpose. */
export class SealBroken extends Error {
  constructor(reason: 'form' | 'key' | 'content') {
    super(`A sealed secret does not open: ${explanations[reason]}`);
    this.name = 'SealBroken';
  }
}

/** `secret` seals and opens; `retired` ones only open, until everything was sealed again. */
export function createSealer(secret: string, retired: readonly string[] = []): Sealer {
  const current = keyOf(secret);
  const keys = new Map([current, ...retired.map(keyOf)].reverse().map((each) => [each.id, each.key]));
  return {
    seal: (plain, place) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(boundTo(place));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [form, current.id, nonce.toString('base64url'), body.toString('base64url')].join('.');
    },
    open: (sealed, place) => {
      const { keyId, nonce, body } = partsOf(sealed);
      const key = keys.get(keyId);
      if (!key) throw new SealBroken('key');
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
        .setAAD(boundTo(place))
        .setAuthTag(body.subarray(-tagBytes));
      try {
        return Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
      } catch {
        throw new SealBroken('content');
      }
    },
    isCurrent: (sealed) => partsOf(sealed).keyId === current.id,
  };
}

const form = 's1';
/** NIST SP 800-38D, 8.2.2: random nonces of 96 bits are safe for 2^32 secrets under one key. */
const nonceBytes = 12;
const tagBytes = 16;

const explanations = {
  form: 'it has not the form of one.',
  key: 'its key is not known here; name the earlier TEEI_SECRET in TEEI_SECRET_RETIRED.',
  content: 'it was made for another place, or changed.',
} as const;

/** The platform's secret also signs; a key derived for this purpose alone (RFC 5869) shares nothing with those uses. */
function keyOf(secret: string): { readonly id: string; readonly key: Buffer } {
  if (secret.length < 32) throw new Error('The secret that seals others must be at least 32 characters long');
  const key = Buffer.from(hkdfSync('sha256', secret, 'teei', 'sealed secrets', 32));
  const id = createHash('sha256').update('key id').update(key).digest('hex').slice(0, 12);
  return { id, key };
}

function boundTo({ companyId, table, id }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify([form, companyId, table, id]));
}

function partsOf(sealed: string): { readonly keyId: string; readonly nonce: Buffer; readonly body: Buffer } {
  const [start, keyId, nonceText, bodyText, ...rest] = sealed.split('.');
  if (start !== form || !keyId || !nonceText || !bodyText || rest.length > 0) throw new SealBroken('form');
  const nonce = Buffer.from(nonceText, 'base64url');
  const body = Buffer.from(bodyText, 'base64url');
  if (nonce.length !== nonceBytes || body.length < tagBytes) throw new SealBroken('form');
  return { keyId, nonce, body };
}
