import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { IncomingSession } from '../domain/import-run/plan-batch.ts';
import type { PeopleDirectory } from '../domain/people-directory.ts';
import { sessionScheduled } from '../events/index.ts';
import { KnownPeople } from './known-people.ts';
import { peopleOfSessions, storeSessions } from './store-sessions.ts';

/** Records that came from elsewhere than a file, by their kind. */
export interface RecordKinds {
  readonly session: IncomingSession;
  readonly scheduled: IncomingSession;
}

export type RecordKind = keyof RecordKinds;

export interface ApplyParts {
  readonly parts: SubgraphParts;
  readonly people: PeopleDirectory;
}

/**
 * Stores records by the way that rows of files take too, in the order in which they are given: a later one of the same id
 * corrects the earlier. Effects and events are the transaction's.
 */
export async function applyRecords<Kind extends RecordKind>(
  { parts, people }: ApplyParts,
  tx: TenantTransaction,
  kind: Kind,
  records: readonly RecordKinds[Kind][],
): Promise<void> {
  if (records.length === 0) return;
  const known = new KnownPeople(people, tx.companyId, 'kintell', null);
  await known.meet(peopleOfSessions(records));
  await appliers[kind](parts, tx, known, records);
}

type Applier<Kind extends RecordKind> = (
  parts: SubgraphParts,
  tx: TenantTransaction,
  known: KnownPeople,
  records: readonly RecordKinds[Kind][],
) => Promise<void>;

const appliers: { readonly [Kind in RecordKind]: Applier<Kind> } = {
  session: async (parts, tx, known, records) => void (await storeSessions(parts, tx, known, null, records)),
  scheduled: (parts, tx, known, records) =>
    parts.outbox.append(
      tx,
      sessionScheduled,
      records.map(({ session }) => ({
        subject: session.sourceId,
        data: {
          sourceId: session.sourceId,
          participantId: known.participant(session.participantEmail),
          volunteerId: known.volunteer(session.volunteerEmail),
          kind: session.kind,
          startsAt: session.startedAt,
          durationMinutes: session.durationMinutes,
        },
      })),
    ),
};
