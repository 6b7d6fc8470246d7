import type { BadgeDocument, CredentialStatusEntry } from './badge-document.ts';
import { type DataIntegrityProof, dataIntegrityProof, isSigned, type JsonObject } from './data-integrity.ts';
import { type FetchJson, isSelfContained, keyOfIssuer } from './issuer-key.ts';
import { type LoadContext, UnknownContext } from './known-contexts.ts';
import { isBitSet, isOnRevocationList, readBitstringList } from './status-list.ts';

/** Why a credential does not count. */
export const credentialReasons = [
  'MALFORMED',
  'NO_PROOF',
  'PROOF_UNSUPPORTED',
  'CONTEXT_UNKNOWN',
  'KEY_NOT_OF_ISSUER',
  'ISSUER_UNREACHABLE',
  'PROOF_INVALID',
  'UNTRUSTED_ISSUER',
  'NOT_YET_VALID',
  'EXPIRED',
  'REVOKED',
  'SUSPENDED',
  'SUBJECT_UNKNOWN',
] as const;
export type CredentialReason = (typeof credentialReasons)[number];

export type CheckName = 'SHAPE' | 'TRUST' | 'KEY' | 'PROOF' | 'VALIDITY' | 'STATUS' | 'SUBJECT';
export type CheckOutcome = 'PASSED' | 'FAILED' | 'SKIPPED' | 'UNREACHABLE';

export interface CredentialCheck {
  readonly check: CheckName;
  readonly outcome: CheckOutcome;
  readonly detail: string | null;
}

export interface Verification {
  /** Null when nothing speaks against the credential. */
  readonly reason: CredentialReason | null;
  readonly checks: readonly CredentialCheck[];
}

export interface VerificationPorts {
  readonly fetchJson: FetchJson;
  readonly loadContext: LoadContext;
  readonly isTrusted: (issuer: string) => boolean;
  readonly now: Date;
}

/**
 * Who signed the badge, whether this company trusts them, whether it holds now and was not taken back. Of an issuer who is
 * not trusted nothing is fetched: whoever may hand in a document could otherwise make us call any address.
 */
export async function verifyBadge(badge: BadgeDocument, ports: VerificationPorts): Promise<Verification> {
  const checks: CredentialCheck[] = [{ check: 'SHAPE', outcome: 'PASSED', detail: null }];
  const trusted = ports.isTrusted(badge.issuer);
  const signed = await signatureOf(badge, trusted, ports, checks);
  checks.push({ check: 'TRUST', outcome: trusted ? 'PASSED' : 'FAILED', detail: badge.issuer.slice(0, 200) });
  const reason = signed ?? (trusted ? undefined : 'UNTRUSTED_ISSUER') ?? validityOf(badge, ports.now, checks);
  if (reason) return { reason, checks };
  return { reason: await statusOf(badge, ports, checks), checks };
}

async function signatureOf(
  badge: BadgeDocument,
  trusted: boolean,
  ports: VerificationPorts,
  checks: CredentialCheck[],
): Promise<CredentialReason | undefined> {
  const [proof] = badge.proofs;
  if (!proof) {
    const reason = badge.hasProof ? 'PROOF_UNSUPPORTED' : 'NO_PROOF';
    checks.push({
      check: 'PROOF',
      outcome: 'FAILED',
      detail: badge.hasProof ? 'only Ed25519 Data Integrity proofs are read' : null,
    });
    return reason;
  }
  if (!trusted && !isSelfContained(badge.issuer)) {
    for (const check of ['KEY', 'PROOF'] as const)
      checks.push({ check, outcome: 'SKIPPED', detail: 'UNTRUSTED_ISSUER' });
    return undefined;
  }
  const failure = await proofFailure(badge.raw, proof, badge.issuer, ports);
  checks.push(...proofChecks(proof, failure));
  return failure?.reason;
}

function proofChecks(proof: DataIntegrityProof, failure: Failure | undefined): CredentialCheck[] {
  const key = { check: 'KEY', outcome: 'PASSED', detail: proof.verificationMethod.slice(0, 200) } as const;
  if (!failure) return [key, { check: 'PROOF', outcome: 'PASSED', detail: proof.cryptosuite }];
  const { reason, detail } = failure;
  if (reason !== 'KEY_NOT_OF_ISSUER' && reason !== 'ISSUER_UNREACHABLE') {
    return [key, { check: 'PROOF', outcome: 'FAILED', detail }];
  }
  const outcome = reason === 'ISSUER_UNREACHABLE' ? 'UNREACHABLE' : 'FAILED';
  return [
    { check: 'KEY', outcome, detail },
    { check: 'PROOF', outcome: 'SKIPPED', detail: null },
  ];
}

interface Failure {
  readonly reason: CredentialReason;
  readonly detail: string;
}

async function proofFailure(
  document: JsonObject,
  proof: DataIntegrityProof,
  issuer: string,
  { fetchJson, loadContext, now }: VerificationPorts,
): Promise<Failure | undefined> {
  if (proof.proofPurpose !== 'assertionMethod')
    return { reason: 'PROOF_INVALID', detail: 'the proof has another purpose' };
  if (proof.expires !== undefined && !(new Date(proof.expires) > now))
    return { reason: 'PROOF_INVALID', detail: 'the proof has expired' };
  // With terms defined in the document itself, the same signature could be made to say something else.
  const inline = [document['@context']].flat().some((each) => typeof each !== 'string');
  if (inline && proof.cryptosuite === 'eddsa-rdfc-2022')
    return { reason: 'CONTEXT_UNKNOWN', detail: 'a context is written into the document' };
  const found = await keyOfIssuer(issuer, proof.verificationMethod, fetchJson);
  if (!found.found) return found;
  try {
    if (await isSigned(document, proof, found.key, loadContext)) return undefined;
    return { reason: 'PROOF_INVALID', detail: 'the signature is not of this document' };
  } catch (error) {
    const unknown = unknownContextIn(error);
    if (unknown) return { reason: 'CONTEXT_UNKNOWN', detail: unknown.url.slice(0, 200) };
    return { reason: 'PROOF_INVALID', detail: 'the document has no meaning under its contexts' };
  }
}

/** jsonld wraps what its loader throws. */
function unknownContextIn(error: unknown): UnknownContext | undefined {
  if (error instanceof UnknownContext) return error;
  if (typeof error !== 'object' || error === null) return undefined;
  const { details, cause } = error as { details?: { cause?: unknown }; cause?: unknown };
  const inner = cause ?? details?.cause;
  return inner === undefined ? undefined : unknownContextIn(inner);
}

function validityOf(
  { validFrom, validUntil }: BadgeDocument,
  now: Date,
  checks: CredentialCheck[],
): CredentialReason | undefined {
  const reason =
    validFrom && validFrom > now ? 'NOT_YET_VALID' : validUntil && validUntil <= now ? 'EXPIRED' : undefined;
  const detail = `${validFrom?.toISOString() ?? ''}/${validUntil?.toISOString() ?? ''}`;
  checks.push({ check: 'VALIDITY', outcome: reason ? 'FAILED' : 'PASSED', detail });
  return reason;
}

/** A list that cannot be had says nothing: that is written down, and the credential is not taken for revoked. */
async function statusOf(
  badge: BadgeDocument,
  ports: VerificationPorts,
  checks: CredentialCheck[],
): Promise<CredentialReason | null> {
  if (badge.status.length === 0) checks.push({ check: 'STATUS', outcome: 'SKIPPED', detail: 'no list is named' });
  for (const entry of badge.status) {
    const answer = await entryStatus(badge, entry, ports);
    checks.push({ check: 'STATUS', outcome: answer.outcome, detail: answer.detail });
    if (answer.outcome === 'FAILED') return entry.statusPurpose === 'suspension' ? 'SUSPENDED' : 'REVOKED';
  }
  return null;
}

type StatusAnswer = Omit<CredentialCheck, 'check'>;

async function entryStatus(
  badge: BadgeDocument,
  entry: CredentialStatusEntry,
  ports: VerificationPorts,
): Promise<StatusAnswer> {
  if (entry.type.includes('BitstringStatusListEntry')) return bitstringStatus(badge, entry, ports);
  if (entry.type.includes('1EdTechRevocationList') && entry.id) return revocationStatus(badge, entry.id, ports);
  return { outcome: 'SKIPPED', detail: `lists of type ${entry.type.join(', ')} are not read`.slice(0, 200) };
}

async function bitstringStatus(
  badge: BadgeDocument,
  entry: CredentialStatusEntry,
  ports: VerificationPorts,
): Promise<StatusAnswer> {
  const purpose = entry.statusPurpose ?? '';
  if (purpose !== 'revocation' && purpose !== 'suspension')
    return { outcome: 'SKIPPED', detail: `purpose ${purpose.slice(0, 50)}` };
  const fetched = await ports.fetchJson(entry.statusListCredential ?? '');
  if (!fetched.ok) return unreachable(fetched.problem);
  const list = readBitstringList(fetched.json);
  if (!list) return unreachable('there is no status list at the address');
  if (list.issuer !== badge.issuer) return unreachable('the list is of another issuer');
  const signature = await listSignature(fetched.json as JsonObject, badge.issuer, ports);
  if (signature) return unreachable(`the list: ${signature}`);
  if (list.validUntil !== undefined && !(new Date(list.validUntil) > ports.now))
    return unreachable('the list has expired');
  if (![list.credentialSubject.statusPurpose].flat().includes(purpose))
    return unreachable('the list has another purpose');
  const isSet = isBitSet(list.credentialSubject.encodedList, Number(entry.statusListIndex));
  if (isSet === undefined) return unreachable('the list has no such entry');
  return { outcome: isSet ? 'FAILED' : 'PASSED', detail: purpose };
}

async function listSignature(list: JsonObject, issuer: string, ports: VerificationPorts): Promise<string | undefined> {
  const [proof] = [list.proof ?? []].flat().flatMap((each) => dataIntegrityProof.safeParse(each).data ?? []);
  if (!proof) return 'it carries no proof that is read here';
  return (await proofFailure(list, proof, issuer, ports))?.detail;
}

async function revocationStatus(
  badge: BadgeDocument,
  url: string,
  { fetchJson }: VerificationPorts,
): Promise<StatusAnswer> {
  const fetched = await fetchJson(url);
  if (!fetched.ok) return unreachable(fetched.problem);
  const revoked = badge.id === null ? undefined : isOnRevocationList(fetched.json, badge.issuer, badge.id);
  if (revoked === undefined) return unreachable('there is no revocation list of the issuer at the address');
  return { outcome: revoked ? 'FAILED' : 'PASSED', detail: 'revocation' };
}

function unreachable(detail: string): StatusAnswer {
  return { outcome: 'UNREACHABLE', detail: detail.slice(0, 200) };
}
