import { setImmediate as turn } from 'node:timers/promises';
import { allOver } from '@teei/runtime/all-over';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import { type WrittenEvents, writeEvents } from '@teei/runtime/outbox';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { KintellSession } from '../domain/import-file/kintell-session.ts';
import { type IncomingSession, planBatch, sessionKey, splitAtRepeats } from '../domain/import-run/plan-batch.ts';
import type { SessionRating } from '../domain/webhook/session-rating.ts';
import { ratingCreated, sessionCompleted } from '../events/index.ts';
import type { NewEnrolment } from '../store/enrolment-store.ts';
import { ProgrammeStore } from '../store/programme-store.ts';
import { type ResolvedSession, SessionWrites, type WrittenSession } from '../store/session-writes.ts';
import { enrol } from './enrol.ts';
import type { MetPeople, People } from './known-people.ts';
import { settleSharedWork } from './settle-shared-work.ts';

export interface StoredCount {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What a run has found and need not look for again. */
export interface FoundByRun {
  /** By the kind of session: programmes are not taken away. */
  readonly programmes: Map<KintellSession['kind'], string>;
  /** Places that it gave itself, as `placeKey` writes them: only its own undo takes them away, which waits for its end. */
  readonly places: Set<string>;
}

export function nothingFound(): FoundByRun {
  return { programmes: new Map(), places: new Set() };
}

/** Names of the programmes that a Kintell export stands for. */
const programmeNames = { language: 'Language Connect', mentorship: 'Mentorship' } as const;

/** Stores sessions with their enrolments and events, and says how many were created, updated or already there. */
export async function storeSessions(
  parts: SubgraphParts,
  tx: TenantTransaction,
  people: MetPeople,
  importId: string | null,
  incoming: readonly IncomingSession[],
  found: FoundByRun = nothingFound(),
): Promise<StoredCount> {
  const { runs, repeats } = splitAtRepeats(incoming, sessionKey);
  const total = { created: 0, updated: 0, unchanged: repeats };
  await findProgrammes(tx, incoming, found.programmes);
  const resolve = resolver(people, found.programmes);
  for (const run of runs) {
    const writes = new SessionWrites(tx);
    // Nearly all rows of an ordinary file are new: they are stored first, and only what was there already is looked up.
    const drafts = run.map((each) => ({ ...resolve(each), id: newId(), revision: 1 }));
    // While the database stores them, their events are written as if all of them were new.
    const [created, drafted] = await allOver([writes.insertNew(drafts, importId), writtenMeanwhile(drafts)]);
    const isNew = new Set<object>(created.map(({ incoming: each }) => each));
    const known = run.filter((each) => !isNew.has(each));
    const stored = known.length === 0 ? new Map() : await writes.storedBySourceId(known.map(sessionKey));
    const plan = planBatch(known, stored, sessionKey);
    // Possible only when an undo takes a session away between the two statements; the batch is done again then.
    if (plan.create.length > 0) throw new Error('a session was withdrawn while it was compared');
    const superseded = await writes.supersededInFile(
      importId,
      plan.update.map(({ incoming: each }) => each),
    );
    const updates = plan.update.flatMap(({ stored, incoming: each }) =>
      superseded.has(each) ? [] : [{ ...resolve(each), stored }],
    );
    const updated = await writes.update(updates, importId);
    const allNew = created.length === drafts.length && updated.length === 0;
    await allOver([
      givePlaces(parts, tx, [...created, ...updated], importId, found.places),
      tell(parts, tx, allNew ? drafted : eventsOf(created, updated)),
      settleSharedWork(parts, tx, [...created, ...updated].map(keyOfWritten)),
    ]);
    total.created += created.length;
    total.updated += updated.length;
    total.unchanged += plan.unchanged + superseded.size;
  }
  return total;
}

/** Corrects sessions by ratings that came apart from them, the newest of each. */
export async function storeRatings(
  parts: SubgraphParts,
  tx: TenantTransaction,
  ratings: readonly SessionRating[],
): Promise<void> {
  const newest = new Map(ratings.map((each) => [each.sourceId, each]));
  await tell(parts, tx, eventsOf([], await new SessionWrites(tx).rate([...newest.values()])));
}

/** A session that says nothing of a rating does not take away the one that came apart from it. */
export async function withRatings(
  tx: TenantTransaction,
  incoming: readonly IncomingSession[],
): Promise<readonly IncomingSession[]> {
  const unrated = incoming.filter(({ session }) => session.rating === null && session.feedbackText === null);
  if (unrated.length === 0) return incoming;
  const apart = await new SessionWrites(tx).ratedApart(unrated.map(sessionKey));
  return incoming.map((each) => {
    const rated = unrated.includes(each) ? apart.get(sessionKey(each)) : undefined;
    if (!rated) return each;
    const { rating, feedbackText, cleared } = rated;
    return { ...each, session: { ...each.session, rating, feedbackText }, wordsStay: cleared };
  });
}

function keyOfWritten({ incoming }: WrittenSession): string {
  return incoming.session.sourceId;
}

export function peopleOfSessions(incoming: readonly IncomingSession[]): People {
  return {
    participants: incoming.map(({ session }) => session.participantEmail),
    volunteers: incoming.flatMap(({ session }) => session.volunteerEmail ?? []),
  };
}

async function findProgrammes(
  tx: TenantTransaction,
  incoming: readonly IncomingSession[],
  known: FoundByRun['programmes'],
): Promise<void> {
  const store = new ProgrammeStore(tx);
  for (const kind of new Set(incoming.map(({ session }) => session.kind)))
    if (!known.has(kind))
      known.set(kind, await store.ensure(kind === 'language' ? 'LANGUAGE' : 'MENTORSHIP', programmeNames[kind]));
}

function resolver(known: MetPeople, programmes: FoundByRun['programmes']): (each: IncomingSession) => ResolvedSession {
  return (each) => ({
    incoming: each,
    programmeId: programmes.get(each.session.kind) ?? '',
    participantId: known.participant(each.session.participantEmail),
    volunteerId: known.volunteer(each.session.volunteerEmail),
  });
}

async function givePlaces(
  parts: SubgraphParts,
  tx: TenantTransaction,
  written: readonly WrittenSession[],
  importId: string | null,
  given: Set<string>,
): Promise<void> {
  const added = await enrol(parts, tx, enrolmentsOf(written, given), importId);
  tx.afterCommit(() => {
    for (const place of added) given.add(placeKey(place));
  });
}

function enrolmentsOf(written: readonly WrittenSession[], given: ReadonlySet<string>): NewEnrolment[] {
  const first = new Map<string, NewEnrolment>();
  for (const { programmeId, participantId, incoming } of written) {
    const key = placeKey({ programmeId, participantId });
    if (given.has(key)) continue;
    const earlier = first.get(key);
    const enrolledAt = incoming.session.startedAt;
    if (!earlier || enrolledAt < earlier.enrolledAt) first.set(key, { programmeId, participantId, enrolledAt });
  }
  return [...first.values()];
}

function placeKey({ programmeId, participantId }: Pick<NewEnrolment, 'programmeId' | 'participantId'>): string {
  return `${programmeId} ${participantId}`;
}

async function tell({ outbox }: SubgraphParts, tx: TenantTransaction, events: readonly WrittenEvents[]): Promise<void> {
  await allOver(events.map((each) => outbox.put(tx, each)));
}

async function writtenMeanwhile(drafts: readonly WrittenSession[]): Promise<readonly WrittenEvents[]> {
  // What was given to the connection before leaves for the database first.
  await turn();
  return eventsOf(drafts, []);
}

function eventsOf(created: readonly WrittenSession[], updated: readonly WrittenSession[]): readonly WrittenEvents[] {
  const rated = created.filter(
    ({ incoming }) => incoming.session.feedbackText !== null || incoming.session.rating !== null,
  );
  return [
    writeEvents(sessionCompleted, [...created.map(eventOf(false)), ...updated.map(eventOf(true))]),
    writeEvents(ratingCreated, [...rated, ...updated].map(ratingOf)),
  ];
}

const eventOf = (correction: boolean) => (written: WrittenSession) => {
  const { id, revision, programmeId, participantId, volunteerId, incoming } = written;
  const { startedAt, durationMinutes, kind, languageLevel } = incoming.session;
  const data = {
    sessionId: id,
    revision,
    programmeId,
    participantId,
    volunteerId,
    startedAt,
    durationMinutes,
    correction,
    kind: kind === 'language' ? ('LANGUAGE' as const) : ('MENTORSHIP' as const),
    languageLevel,
  };
  return { subject: id, data };
};

function ratingOf({ id, revision, participantId, incoming, clearedSha256 }: WrittenSession) {
  const { startedAt, rating, feedbackText } = incoming.session;
  const words = clearedSha256 === undefined ? { text: feedbackText } : { text: null, clearedSha256 };
  return { subject: id, data: { sessionId: id, revision, participantId, startedAt, rating, ...words } };
}
