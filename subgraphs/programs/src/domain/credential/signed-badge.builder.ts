import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { base58 } from '@scure/base';
import { hashedData, type JsonObject } from './data-integrity.ts';
import { loadKnownContext } from './known-contexts.ts';

/** An issuer with a key of their own, made for a test. */
export interface TestIssuer {
  readonly id: string;
  readonly verificationMethod: string;
  readonly multibase: string;
  readonly privateKey: KeyObject;
}

export function makeIssuer(id?: string): TestIssuer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const multibase = `z${base58.encode(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))}`;
  const own = id ?? `did:key:${multibase}`;
  return { id: own, multibase, privateKey, verificationMethod: `${own}#${id ? 'key-1' : multibase}` };
}

/** The document that did:web or a profile serves. */
export function issuerDocument({ id, multibase, verificationMethod }: TestIssuer): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id,
    verificationMethod: [{ id: verificationMethod, type: 'Multikey', controller: id, publicKeyMultibase: multibase }],
    assertionMethod: [verificationMethod],
  };
}

export function unsignedBadge(issuer: TestIssuer, more: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:5a2c4b0e-6a55-4a5c-9d53-0a6f7b2f3c11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.id, type: ['Profile'], name: 'Fjord Academy' },
    validFrom: '2026-01-15T09:00:00Z',
    name: 'Norwegian B1',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: 'olena@example.org', identityType: 'emailAddress' },
      ],
      achievement: {
        id: 'https://fjord.example/achievements/b1',
        type: ['Achievement'],
        name: 'Norwegian B1',
        description: 'Holds a conversation on familiar topics.',
        criteria: { narrative: 'Passed the oral and the written test.' },
      },
    },
    ...more,
  };
}

export async function signed(
  document: JsonObject,
  issuer: TestIssuer,
  cryptosuite: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' = 'eddsa-rdfc-2022',
  more: JsonObject = {},
): Promise<JsonObject> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created: '2026-01-15T09:00:00Z',
    verificationMethod: issuer.verificationMethod,
    proofPurpose: 'assertionMethod',
    ...(cryptosuite === 'eddsa-jcs-2022' ? { '@context': document['@context'] } : {}),
    ...more,
  };
  const data = await hashedData(document, options, loadKnownContext);
  if (!data) throw new Error('there is nothing to sign');
  return { ...document, proof: { ...options, proofValue: `z${base58.encode(sign(null, data, issuer.privateKey))}` } };
}

/** A signed status list of the smallest size with these entries set. */
export function statusList(
  issuer: TestIssuer,
  url: string,
  set: readonly number[],
  statusPurpose = 'revocation',
): Promise<JsonObject> {
  const bits = Buffer.alloc(16 * 1024);
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  const list = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.id,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose,
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
  };
  return signed(list, issuer);
}

export function statusEntry(url: string, index: number, statusPurpose = 'revocation'): JsonObject {
  return {
    credentialStatus: {
      id: `${url}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: String(index),
      statusListCredential: url,
    },
  };
}
