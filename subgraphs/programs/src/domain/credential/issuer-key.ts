import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { keyOfJwk, keyOfMultibase } from './public-key.ts';

/** A document as it was fetched, or why it was not. */
export type Fetched = { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly problem: string };
export type FetchJson = (url: string) => Promise<Fetched>;

export type IssuerKey =
  | { readonly found: true; readonly key: KeyObject }
  | { readonly found: false; readonly reason: 'KEY_NOT_OF_ISSUER' | 'ISSUER_UNREACHABLE'; readonly detail: string };

/** Whether the issuer's key is in its name, so that nothing needs to be fetched. */
export function isSelfContained(issuer: string): boolean {
  return issuer.startsWith('did:key:');
}

/** The key that `verificationMethod` names, if the issuer says that it is theirs and for making assertions. */
export async function keyOfIssuer(
  issuer: string,
  verificationMethod: string,
  fetchJson: FetchJson,
): Promise<IssuerKey> {
  if (isSelfContained(issuer)) return keyOfDidKey(issuer, verificationMethod);
  const url = documentUrl(issuer);
  if (!url) return foreign(`issuers are known by did:key, did:web or https, not ${issuer.slice(0, 20)}`);
  // Only the issuer's own document can say which keys are theirs: what a key says of itself counts for nothing.
  if (!verificationMethod.startsWith(`${issuer}#`)) return foreign('the verification method is not of the issuer');
  const fetched = await fetchJson(url);
  if (!fetched.ok) return { found: false, reason: 'ISSUER_UNREACHABLE', detail: fetched.problem };
  return keyInDocument(fetched.json, issuer, verificationMethod);
}

/** did:key holds the key itself; its one verification method repeats it as fragment. */
function keyOfDidKey(issuer: string, verificationMethod: string): IssuerKey {
  const multibase = issuer.slice('did:key:'.length);
  if (verificationMethod !== `${issuer}#${multibase}`) return foreign('the verification method is not of the issuer');
  const key = keyOfMultibase(multibase);
  return key ? { found: true, key } : foreign('the did:key is not an Ed25519 key');
}

/** Where the issuer's document is (did:web method specification, 2.5.2), or the profile's own address. */
export function documentUrl(issuer: string): string | undefined {
  if (issuer.startsWith('https://') || issuer.startsWith('http://')) return issuer;
  if (!issuer.startsWith('did:web:')) return undefined;
  const [host, ...path] = issuer.slice('did:web:'.length).split(':');
  if (!host || !/^[A-Za-z0-9.-]+(%3A\d+)?$/.test(host) || !path.every((part) => /^[\w.%~-]+$/.test(part)))
    return undefined;
  const folder = path.length === 0 ? '.well-known' : path.join('/');
  return `https://${decodeURIComponent(host)}/${folder}/did.json`;
}

const method = z.looseObject({
  id: z.string(),
  controller: z.string().optional(),
  publicKeyMultibase: z.string().optional(),
  publicKeyJwk: z.unknown().optional(),
});
const methods = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);
const issuerDocument = z.looseObject({
  id: z.string(),
  verificationMethod: methods.optional(),
  assertionMethod: methods.optional(),
});

function keyInDocument(json: unknown, issuer: string, wanted: string): IssuerKey {
  const parsed = issuerDocument.safeParse(json);
  if (!parsed.success || parsed.data.id !== issuer) return foreign('the document at the address is not of the issuer');
  const { verificationMethod = [], assertionMethod } = parsed.data;
  const absolute = (id: string): string => (id.startsWith('#') ? `${issuer}${id}` : id);
  // A profile that names no purposes gives its keys for the one thing a profile does.
  const asserting = (assertionMethod ?? verificationMethod).flatMap((each) =>
    typeof each === 'string' ? absolute(each) : (idOf(each, absolute) ?? []),
  );
  if (!asserting.includes(wanted)) return foreign('the issuer does not name this key for assertions');
  for (const each of [...verificationMethod, ...(assertionMethod ?? [])]) {
    const one = method.safeParse(each);
    if (!one.success || absolute(one.data.id) !== wanted) continue;
    if (one.data.controller !== undefined && one.data.controller !== issuer)
      return foreign('the key has another controller');
    const key = keyOfMultibase(one.data.publicKeyMultibase ?? '') ?? keyOfJwk(one.data.publicKeyJwk);
    return key ? { found: true, key } : foreign('the key is not an Ed25519 key');
  }
  return foreign('the issuer does not have this key');
}

function idOf(value: unknown, absolute: (id: string) => string): string | undefined {
  const parsed = method.safeParse(value);
  return parsed.success ? absolute(parsed.data.id) : undefined;
}

function foreign(detail: string): IssuerKey {
  return { found: false, reason: 'KEY_NOT_OF_ISSUER', detail };
}
