import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { IncomingSession } from '../domain/import-run/plan-batch.ts';
import type { PeopleDirectory } from '../domain/people-directory.ts';
import type { IncomingRecord } from '../domain/records/incoming-record.ts';
import type { SourcedKind } from '../domain/records/record-kind.ts';
import { sessionScheduled } from '../events/index.ts';
import { KnownPeople, type MetPeople, type People } from './known-people.ts';
import { peopleOfRecords, recordKeeping, storeRecords } from './store-records.ts';
import { peopleOfSessions, storeSessions, withRatings } from './store-sessions.ts';

export interface ApplyParts {
  readonly parts: SubgraphParts;
  readonly people: PeopleDirectory;
}

/**
 * These store what came from elsewhere than a file by the way that rows of files take too, in the order in which it is given:
 * a later record of the same id corrects the earlier. Effects and events are the transaction's.
 */
export async function applyRecords(
  apply: ApplyParts,
  tx: TenantTransaction,
  kind: SourcedKind,
  records: readonly IncomingRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const known = await meet(apply, tx, recordKeeping[kind].system, peopleOfRecords(records));
  await storeRecords(apply.parts, tx, kind, known, null, records);
}

export async function applySessions(
  apply: ApplyParts,
  tx: TenantTransaction,
  sessions: readonly IncomingSession[],
): Promise<void> {
  if (sessions.length === 0) return;
  const known = await meet(apply, tx, 'kintell', peopleOfSessions(sessions));
  await storeSessions(apply.parts, tx, known, null, await withRatings(tx, sessions));
}

/** Tells of sessions that are still to come; they are stored when they have taken place. */
export async function announceSessions(
  apply: ApplyParts,
  tx: TenantTransaction,
  sessions: readonly IncomingSession[],
): Promise<void> {
  if (sessions.length === 0) return;
  const known = await meet(apply, tx, 'kintell', peopleOfSessions(sessions));
  const events = sessions.map(({ session }) => ({
    subject: session.sourceId,
    data: {
      sourceId: session.sourceId,
      participantId: known.participant(session.participantEmail),
      volunteerId: known.volunteer(session.volunteerEmail),
      kind: session.kind,
      startsAt: session.startedAt,
      durationMinutes: session.durationMinutes,
    },
  }));
  await apply.parts.outbox.append(tx, sessionScheduled, events);
}

function meet({ people }: ApplyParts, tx: TenantTransaction, system: string, whom: People): Promise<MetPeople> {
  return new KnownPeople(people, tx.companyId, system, null).meet(whom);
}
