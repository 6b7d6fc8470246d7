import { createHash, type KeyObject, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import jsonld from 'jsonld';
import { z } from 'zod';
import type { LoadContext } from './known-contexts.ts';
import { decodeBase58 } from './public-key.ts';

/** W3C Data Integrity EdDSA Cryptosuites 1.0: two ways to bring a document into one form before it is signed. */
export const cryptosuites = ['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const;

export const dataIntegrityProof = z.looseObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.enum(cryptosuites),
  proofPurpose: z.string(),
  verificationMethod: z.string(),
  proofValue: z.string(),
  created: z.string().optional(),
  expires: z.string().optional(),
});
export type DataIntegrityProof = z.infer<typeof dataIntegrityProof>;

export type JsonObject = { readonly [name: string]: unknown };

/** Whether `proof` is a signature of `document` (without its proof) by `key`. Throws `UnknownContext`. */
export async function isSigned(
  document: JsonObject,
  proof: DataIntegrityProof,
  key: KeyObject,
  load: LoadContext,
): Promise<boolean> {
  const signature = decodeBase58(proof.proofValue);
  if (signature?.length !== 64) return false;
  const data = await hashedData(document, proof, load);
  return data !== undefined && verify(null, data, key, signature);
}

/** What is signed: the hash of the proof's own options, then the hash of the document (section 3.3.4 and 3.4.4). */
export async function hashedData(
  { proof: _, ...document }: JsonObject,
  { proofValue: __, ...options }: JsonObject,
  load: LoadContext,
): Promise<Buffer | undefined> {
  if (options.cryptosuite === 'eddsa-jcs-2022') return overJson(document, options);
  const [optionsText, documentText] = await Promise.all([
    canonicalGraph({ ...options, '@context': document['@context'] }, load),
    canonicalGraph(document, load),
  ]);
  return Buffer.concat([sha256(optionsText), sha256(documentText)]);
}

/** A proof may carry the context it was made under; the document's must begin with it (section 3.4.2, step 4). */
function overJson(document: JsonObject, options: JsonObject): Buffer | undefined {
  const signed = options['@context'];
  if (signed !== undefined && !startsWith(document['@context'], signed)) return undefined;
  const secured = signed === undefined ? document : { ...document, '@context': signed };
  return Buffer.concat([sha256(canonicalJson(options)), sha256(canonicalJson(secured))]);
}

/** RFC 8785. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a value without JSON form was to be made canonical');
  return text;
}

/** RDFC-1.0. `safe` refuses what has no meaning under the contexts: it would be left out, so it would not be signed. */
function canonicalGraph(document: JsonObject, load: LoadContext): Promise<string> {
  const options = { algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true, documentLoader: load };
  return jsonld.canonize(document as jsonld.JsonLdDocument, options as unknown as jsonld.Options.Normalize);
}

function startsWith(whole: unknown, start: unknown): boolean {
  const all = [whole].flat();
  const first = [start].flat();
  return first.length <= all.length && first.every((each, index) => canonicalJson(each) === canonicalJson(all[index]));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
