import { createPublicKey, type KeyObject } from 'node:crypto';
import { base58 } from '@scure/base';
import { z } from 'zod';

/** Multicodec prefix of an Ed25519 public key (0xed as varint); W3C Controlled Identifiers 1.0, 2.2.2. */
const ed25519Prefix = [0xed, 0x01] as const;

const jwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

/** An Ed25519 key as multibase (`z6Mk…`); undefined when the text is none. */
export function keyOfMultibase(text: string): KeyObject | undefined {
  const bytes = decodeBase58(text);
  if (bytes?.length !== 34 || bytes[0] !== ed25519Prefix[0] || bytes[1] !== ed25519Prefix[1]) return undefined;
  return keyOfJwk({ kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes.subarray(2)).toString('base64url') });
}

/** An Ed25519 key as JSON Web Key; undefined when it is another. */
export function keyOfJwk(value: unknown): KeyObject | undefined {
  const parsed = jwk.safeParse(value);
  if (!parsed.success) return undefined;
  try {
    return createPublicKey({ key: parsed.data, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** Multibase base58-btc; undefined when it is not. */
export function decodeBase58(text: string): Uint8Array | undefined {
  // Decoding takes time by the square of the length; keys and signatures are short.
  if (!text.startsWith('z') || text.length > 200) return undefined;
  try {
    return base58.decode(text.slice(1));
  } catch {
    return undefined;
  }
}
