import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { IncomingRecord } from '../domain/records/incoming-record.ts';
import { RECORD_KINDS } from '../domain/records/record-kind.ts';
import type { Deletion } from '../domain/webhook/deletion.ts';
import type { Interpretation } from '../domain/webhook/interpret.ts';
import { MatchDirectory } from '../store/match-directory.ts';
import { SessionWrites } from '../store/session-writes.ts';
import { type DueDelivery, keyOf, type RecordKey, WebhookQueue } from '../store/webhook-queue.ts';
import { applyProgress } from './apply-progress.ts';
import { type ApplyParts, announceSessions, applyRecords, applySessions } from './apply-records.ts';
import { recordKeeping } from './store-records.ts';
import { storeRatings } from './store-sessions.ts';
import { withdrawDeleted } from './withdraw-deleted.ts';

/** A delivery and what it asks for. */
export interface Read {
  readonly delivery: DueDelivery;
  readonly asks: Interpretation;
}

/** What kept a delivery from being applied: a newer event of its record, or that what it speaks of is not here (yet). */
export type Withheld = 'SUPERSEDED' | 'MATCH_NOT_FOUND' | 'SESSION_NOT_FOUND' | 'RECORD_IN_USE';

/**
 * Applies records in the order in which things happened, not in that of arrival. Answers the deliveries that were not applied,
 * by id.
 */
export async function applyInOrder(
  apply: ApplyParts,
  tx: TenantTransaction,
  read: readonly Read[],
): Promise<ReadonlyMap<string, Withheld>> {
  const asked = read.flatMap(({ delivery, asks }) => (isApplicable(asks) ? { delivery, asks } : []));
  const withheld = new Map<string, Withheld>();
  // Matches come first, so that what a pair did finds a match that came with it; and ratings after their sessions.
  for (const stage of [asked.filter(isOfMatch), asked.filter(standsAlone), asked.filter(isRating)]) {
    const found = await withKnownSessions(tx, await withKnownMatches(tx, stage, withheld), withheld);
    await applyStage(apply, tx, await inTime(tx, found, withheld));
  }
  // What is deleted goes last, and a match after what speaks of it.
  for (const stage of [asked.filter(isDeletionBesideMatches), asked.filter(isMatchDeletion)])
    await withdrawStage(apply, tx, await inTime(tx, stage, withheld), withheld);
  return withheld;
}

const applicable = ['session', 'scheduled', 'rating', 'progress', 'record', 'deletion'] as const;

type Applicable = Extract<Interpretation, { kind: (typeof applicable)[number] }>;

interface Asked {
  readonly delivery: DueDelivery;
  readonly asks: Applicable;
}

function isApplicable(asks: Interpretation): asks is Applicable {
  return applicable.some((kind) => kind === asks.kind);
}

function isOfMatch({ asks }: Asked): boolean {
  return asks.kind === 'record' && asks.of === 'BUDDY_MATCH';
}

function isRating({ asks }: Asked): boolean {
  return asks.kind === 'rating';
}

function standsAlone(each: Asked): boolean {
  return !isOfMatch(each) && !isRating(each) && each.asks.kind !== 'deletion';
}

function isMatchDeletion({ asks }: Asked): boolean {
  return asks.kind === 'deletion' && asks.deletion.of === 'BUDDY_MATCH';
}

function isDeletionBesideMatches(each: Asked): boolean {
  return each.asks.kind === 'deletion' && !isMatchDeletion(each);
}

async function withKnownSessions(
  tx: TenantTransaction,
  asked: readonly Asked[],
  withheld: Map<string, Withheld>,
): Promise<readonly Asked[]> {
  const rated = asked.flatMap(({ asks }) => (asks.kind === 'rating' ? asks.rating.sourceId : []));
  if (rated.length === 0) return asked;
  const stored = await new SessionWrites(tx).storedAmong(rated);
  return asked.filter(({ delivery, asks }) => {
    const isHere = asks.kind !== 'rating' || stored.has(asks.rating.sourceId);
    if (!isHere) withheld.set(delivery.id, 'SESSION_NOT_FOUND');
    return isHere;
  });
}

/** Without a note of their event, since an older event of the same record may find its match before they do. */
async function withKnownMatches(
  tx: TenantTransaction,
  asked: readonly Asked[],
  withheld: Map<string, Withheld>,
): Promise<readonly Asked[]> {
  const referring = asked.flatMap(({ delivery, asks }) =>
    asks.kind === 'record' && asks.record.match ? { delivery, match: asks.record.match } : [],
  );
  if (referring.length === 0) return asked;
  const ids = await new MatchDirectory(tx).find(referring.map(({ match }) => match));
  for (const [index, { delivery }] of referring.entries()) {
    if (ids[index] === undefined) withheld.set(delivery.id, 'MATCH_NOT_FOUND');
  }
  return asked.filter(({ delivery }) => !withheld.has(delivery.id));
}

/** Notes the newest event of each record, and leaves out whatever a newer one was applied before. */
async function inTime(
  tx: TenantTransaction,
  asked: readonly Asked[],
  withheld: Map<string, Withheld>,
): Promise<readonly Asked[]> {
  if (asked.length === 0) return [];
  const newest = new Map<string, RecordKey & { readonly occurredAt: Date }>();
  for (const { delivery, asks } of asked) {
    const record = recordKeyOf(asks);
    const known = newest.get(keyOf(record));
    if (!known || known.occurredAt < delivery.occurredAt)
      newest.set(keyOf(record), { ...record, occurredAt: delivery.occurredAt });
  }
  const before = await new WebhookQueue(tx).noteEvents([...newest.values()]);
  for (const { delivery, asks } of asked) {
    const latest = before.get(keyOf(recordKeyOf(asks)));
    if (latest && delivery.occurredAt < latest) withheld.set(delivery.id, 'SUPERSEDED');
  }
  return asked
    .filter(({ delivery }) => !withheld.has(delivery.id))
    .sort((one, other) => byTime(one.delivery, other.delivery));
}

function byTime(one: DueDelivery, other: DueDelivery): number {
  return one.occurredAt.getTime() - other.occurredAt.getTime() || (one.id < other.id ? -1 : 1);
}

/** Kinds follow each other in the same order everywhere, so that two transactions do not wait for each other's locks. */
async function applyStage(apply: ApplyParts, tx: TenantTransaction, asked: readonly Asked[]): Promise<void> {
  const sessions = (kind: 'session' | 'scheduled') =>
    asked.flatMap(({ asks }) => (asks.kind === kind ? asks.session : []));
  await announceSessions(apply, tx, sessions('scheduled'));
  await applySessions(apply, tx, sessions('session'));
  await storeRatings(
    apply.parts,
    tx,
    asked.flatMap(({ asks }) => (asks.kind === 'rating' ? asks.rating : [])),
  );
  for (const kind of RECORD_KINDS) {
    if (kind === 'KINTELL_SESSION') continue;
    const records = asked.flatMap(({ asks }): IncomingRecord[] =>
      asks.kind === 'record' && asks.of === kind ? [asks.record] : [],
    );
    await applyRecords(apply, tx, kind, records);
  }
  await applyProgress(
    apply,
    tx,
    asked.flatMap(({ delivery, asks }) =>
      asks.kind === 'progress' ? { ...asks.progress, toldAt: delivery.occurredAt } : [],
    ),
  );
}

async function withdrawStage(
  apply: ApplyParts,
  tx: TenantTransaction,
  asked: readonly Asked[],
  withheld: Map<string, Withheld>,
): Promise<void> {
  const deletions = asked.flatMap(({ asks }) => (asks.kind === 'deletion' ? asks.deletion : []));
  const kept = await withdrawDeleted(apply.parts, tx, deletions);
  for (const { delivery, asks } of asked) {
    if (asks.kind !== 'deletion') continue;
    const { of, sourceId } = asks.deletion;
    if (kept.some((each) => each.of === of && each.sourceId === sourceId)) withheld.set(delivery.id, 'RECORD_IN_USE');
  }
}

/**
 * Whoever sends a record, its id is that of the system which keeps it, so events of one record that come from two sources are
 * put into one order. A session that is announced and then takes place is one record.
 */
function recordKeyOf(asks: Applicable): RecordKey {
  switch (asks.kind) {
    case 'record':
      return { source: recordKeeping[asks.of].system, kind: asks.of, recordId: asks.record.sourceId };
    case 'progress':
      return { source: 'upskilling', kind: 'progress', recordId: asks.progress.sourceId };
    case 'deletion':
      return deletedKeyOf(asks.deletion);
    case 'rating':
      return { source: 'kintell', kind: 'rating', recordId: asks.rating.sourceId };
    default:
      return { source: 'kintell', kind: 'session', recordId: asks.session.session.sourceId };
  }
}

function deletedKeyOf({ of, sourceId: recordId }: Deletion): RecordKey {
  return of === 'KINTELL_SESSION'
    ? { source: 'kintell', kind: 'session', recordId }
    : { source: recordKeeping[of].system, kind: of, recordId };
}
