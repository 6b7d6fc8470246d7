import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { type BadgeDocument, jsonObjectOf, readBadge } from '../domain/credential/badge-document.ts';
import type { FetchJson } from '../domain/credential/issuer-key.ts';
import { loadKnownContext } from '../domain/credential/known-contexts.ts';
import { nextCheck } from '../domain/credential/next-check.ts';
import { subjectClues } from '../domain/credential/subject-clues.ts';
import { type Verification, verifyBadge } from '../domain/credential/verify-badge.ts';
import type { ParticipantFinder } from '../domain/person-clue.ts';
import { credentialIssued, credentialsDue, credentialWithdrawn } from '../events/index.ts';
import { CredentialWatchStore } from '../store/credential-watch-store.ts';
import { CredentialWrites, type LockedCredential, type VerifiedCredential } from '../store/credential-writes.ts';
import { TrustedIssuerStore } from '../store/trusted-issuer-store.ts';

export interface CheckPorts {
  readonly people: ParticipantFinder;
  readonly fetchJson: FetchJson;
}

/**
 * Verifies a credential, for the first time or again. What is fetched is fetched outside of any transaction; the result, the
 * events that follow from it and the time of the next look commit together.
 */
export async function checkCredential(
  parts: SubgraphParts,
  ports: CheckPorts,
  companyId: string,
  credentialId: string,
): Promise<void> {
  const viewer = serviceViewer('programs', companyId);
  const document = await inTenant(parts.database, viewer, (tx) => new CredentialWrites(tx).documentOf(credentialId));
  const json = document === undefined ? undefined : jsonObjectOf(document);
  if (!json) return;
  const read = readBadge(json);
  const now = new Date();
  const found = read.ok ? await examine(parts, ports, companyId, read.badge, now) : unreadable(read.detail);
  await inTenant(parts.database, viewer, (tx) => settle(parts, tx, credentialId, found));
}

async function examine(
  parts: SubgraphParts,
  { people, fetchJson }: CheckPorts,
  companyId: string,
  badge: BadgeDocument,
  now: Date,
): Promise<VerifiedCredential> {
  const trusted = await inTenant(parts.database, serviceViewer('programs', companyId), (tx) =>
    new TrustedIssuerStore(tx).isTrusted(badge.issuer),
  );
  const verification = await verifyBadge(badge, {
    fetchJson,
    loadContext: loadKnownContext,
    isTrusted: () => trusted,
    now,
  });
  const [participantId = null] = await people.find(companyId, [subjectClues(badge).slice(0, 10)]);
  return verified(badge, withSubject(verification, participantId), participantId, now);
}

function withSubject({ reason, checks }: Verification, participantId: string | null): Verification {
  const outcome = participantId === null ? 'FAILED' : 'PASSED';
  return {
    reason: reason ?? (participantId === null ? 'SUBJECT_UNKNOWN' : null),
    checks: [...checks, { check: 'SUBJECT', outcome, detail: null }],
  };
}

function verified(
  badge: BadgeDocument,
  { reason, checks }: Verification,
  participantId: string | null,
  now: Date,
): VerifiedCredential {
  return {
    status: reason === null ? 'VERIFIED' : 'REJECTED',
    reason,
    checks,
    participantId,
    documentId: badge.id,
    issuer: badge.issuer,
    issuerName: badge.issuerName,
    achievement: badge.achievement,
    issuedAt: badge.validFrom,
    expiresAt: badge.validUntil,
    recheckAt: nextCheck(reason, badge, now),
  };
}

function unreadable(detail: string): VerifiedCredential {
  return {
    status: 'REJECTED',
    reason: 'MALFORMED',
    checks: [{ check: 'SHAPE', outcome: 'FAILED', detail }],
    participantId: null,
    documentId: null,
    issuer: null,
    issuerName: null,
    achievement: null,
    issuedAt: null,
    expiresAt: null,
    recheckAt: null,
  };
}

async function settle(
  parts: SubgraphParts,
  tx: TenantTransaction,
  id: string,
  found: VerifiedCredential,
): Promise<void> {
  const writes = new CredentialWrites(tx);
  const before = await writes.lock(id);
  if (!before) return;
  const after = found.status === 'VERIFIED' ? await placeAmongAlike(parts, tx, id, found) : found;
  await writes.store(id, after);
  const counted = before.status === 'VERIFIED' ? before : undefined;
  const counts = after.status === 'VERIFIED' ? { ...after, id } : undefined;
  if (counted && counted.participantId !== counts?.participantId) await tell(parts, tx, credentialWithdrawn, counted);
  if (counts && counted?.participantId !== counts.participantId) await tell(parts, tx, credentialIssued, counts);
  if (after.recheckAt) await planRecheck(parts, tx, after.recheckAt);
}

/** Of several credentials with one id of one issuer the newest counts: issuers correct a badge by issuing it again. */
async function placeAmongAlike(
  parts: SubgraphParts,
  tx: TenantTransaction,
  id: string,
  found: VerifiedCredential,
): Promise<VerifiedCredential> {
  if (found.documentId === null || found.issuer === null) return found;
  const writes = new CredentialWrites(tx);
  const alike = await writes.lockAlike(id, found.issuer, found.documentId);
  const issued = found.issuedAt?.getTime() ?? 0;
  if (alike.some(({ issuedAt }) => (issuedAt?.getTime() ?? 0) > issued))
    return { ...found, status: 'SUPERSEDED', recheckAt: null };
  await writes.supersede(alike.map((each) => each.id));
  for (const each of alike) await tell(parts, tx, credentialWithdrawn, each);
  return found;
}

function tell(
  parts: SubgraphParts,
  tx: TenantTransaction,
  event: typeof credentialIssued | typeof credentialWithdrawn,
  { id, participantId, issuer, issuedAt }: Omit<LockedCredential, 'status'>,
): Promise<void> {
  if (participantId === null) return Promise.resolve();
  const data = { credentialId: id, participantId, issuer, issuedAt: issuedAt?.toISOString() ?? null };
  return parts.outbox.append(tx, event, [{ subject: id, data }]);
}

export async function planRecheck(
  parts: Pick<SubgraphParts, 'outbox'>,
  tx: TenantTransaction,
  at: Date,
): Promise<void> {
  const turn = await new CredentialWatchStore(tx).plan(at);
  if (turn === undefined) return;
  await parts.outbox.append(tx, credentialsDue, [{ subject: tx.companyId, data: { turn, at: at.toISOString() } }]);
}
