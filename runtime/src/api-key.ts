import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * An API key is `teei_`, 32 random base62 characters (190 bits) and the CRC-32 of those as six base62 characters.
 * The checksum tells a mistyped or invented key apart without asking the database; it protects nothing.
 */
export interface IssuedApiKey {
  /** The key itself: shown once, never stored. */
  readonly secret: string;
  /** The first characters, by which people recognise the key. */
  readonly prefix: string;
  /** SHA-256 of the whole key in hexadecimal: what is stored. The key has 190 random bits, so a slow hash adds nothing. */
  readonly hash: string;
}

export type ReadApiKey = { readonly ok: true; readonly hash: string } | { readonly ok: false };

export const apiKeyStart = 'teei_';

export function issueApiKey(): IssuedApiKey {
  const random = Array.from({ length: randomLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  const secret = `${apiKeyStart}${random}${checksumOf(random)}`;
  return { secret, prefix: secret.slice(0, prefixLength), hash: hashOf(secret) };
}

export function readApiKey(text: string): ReadApiKey {
  const [, random, checksum] = pattern.exec(text) ?? [];
  if (random === undefined || checksumOf(random) !== checksum) return { ok: false };
  return { ok: true, hash: hashOf(text) };
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 32;
const checksumLength = 6;
const prefixLength = 12;
const pattern = new RegExp(`^${apiKeyStart}([0-9A-Za-z]{${randomLength}})([0-9A-Za-z]{${checksumLength}})$`);

/** Six characters hold every CRC-32: 62^6 is more than 2^32. */
function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let index = 0; index < checksumLength; index++) {
    digits = alphabet.charAt(rest % alphabet.length) + digits;
    rest = Math.floor(rest / alphabet.length);
  }
  return digits;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
