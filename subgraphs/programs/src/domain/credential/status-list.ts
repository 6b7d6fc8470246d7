import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** W3C Bitstring Status List 1.0: at least 131,072 bits, so that an entry hides among others. */
const minimumBytes = 16 * 1024;
const maximumBytes = 4 * 1024 * 1024;

const list = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]),
  issuer: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]),
  validFrom: z.string().optional(),
  validUntil: z.string().optional(),
  credentialSubject: z.looseObject({
    statusPurpose: z.union([z.string(), z.array(z.string())]),
    encodedList: z.string(),
  }),
});

export type BitstringList = z.infer<typeof list>;

/** Undefined when the document is no list. */
export function readBitstringList(json: unknown): BitstringList | undefined {
  const parsed = list.safeParse(json);
  if (!parsed.success || ![parsed.data.type].flat().includes('BitstringStatusListCredential')) return undefined;
  return parsed.data;
}

/** Whether the bit of this entry is set; undefined when the list has no such entry or is not readable. */
export function isBitSet(encodedList: string, index: number): boolean | undefined {
  if (!encodedList.startsWith('u') || !Number.isSafeInteger(index) || index < 0) return undefined;
  try {
    const bytes = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), { maxOutputLength: maximumBytes });
    const byte = bytes[Math.floor(index / 8)];
    if (bytes.length < minimumBytes || byte === undefined) return undefined;
    // Index 0 is the left-most bit of the first byte.
    return (byte & (0x80 >> (index % 8))) !== 0;
  } catch {
    return undefined;
  }
}

const revoked = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);
const revocationList = z.looseObject({
  issuer: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]),
  revokedCredential: z.array(revoked).optional(),
  // Written so by some issuers.
  revokedCredentials: z.array(revoked).optional(),
});

/** 1EdTech Credential Revocation List 1.0. Undefined when the document is none of this issuer. */
export function isOnRevocationList(json: unknown, issuer: string, credentialId: string): boolean | undefined {
  const parsed = revocationList.safeParse(json);
  if (!parsed.success || parsed.data.issuer !== issuer) return undefined;
  const { revokedCredential = [], revokedCredentials = [] } = parsed.data;
  return [...revokedCredential, ...revokedCredentials].includes(credentialId);
}
