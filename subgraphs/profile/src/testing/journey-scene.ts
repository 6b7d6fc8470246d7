import { outcomesScored } from '@teei/outcomes/events';
import { ratingCreated, sessionCompleted, sessionWithdrawn } from '@teei/programs/events';
import type { EventContract, PlatformEvent } from '@teei/runtime/define-event';
import { newId } from '@teei/runtime/id';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { participantCreated } from '../events/index.ts';
import { journeyEvents } from '../jobs/journey-events.ts';
import { readJourneyDefaults } from '../journey-defaults.ts';
import type { ProfileScene } from './profile-scene.ts';

const day = 86_400_000;

/** An instant so many days ago, in ISO 8601. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * day).toISOString();
}

interface SessionTold {
  readonly sessionId: string;
  readonly participantId: string;
  readonly startedAt: string;
  readonly revision?: number;
  readonly languageLevel?: 'A1' | 'A2' | 'B1' | 'B2' | null;
  readonly kind?: 'LANGUAGE' | 'MENTORSHIP';
}

/** Events as other subgraphs tell them. */
export const told = {
  created: (participantId: string) => eventTold(participantCreated, participantId, { participantId, importId: null }),
  session: ({ sessionId, participantId, startedAt, revision = 1, ...rest }: SessionTold) =>
    eventTold(sessionCompleted, sessionId, {
      sessionId,
      participantId,
      startedAt,
      revision,
      programmeId: newId(),
      volunteerId: null,
      durationMinutes: 45,
      correction: revision > 1,
      kind: rest.kind ?? 'LANGUAGE',
      languageLevel: rest.languageLevel ?? null,
    }),
  withdrawal: (sessionId: string, revision: number) =>
    eventTold(sessionWithdrawn, sessionId, { sessionId, revision, startedAt: daysAgo(1) }),
  rating: (sessionId: string, participantId: string, revision: number, rating: number | null) =>
    eventTold(ratingCreated, sessionId, {
      sessionId,
      participantId,
      revision,
      rating,
      text: null,
      startedAt: daysAgo(1),
    }),
  scores: (
    text: { readonly sessionId: string; readonly participantId: string; readonly revision: number },
    scores: readonly { readonly dimension: string; readonly direction: string }[],
    observedAt = daysAgo(2),
  ) =>
    eventTold(outcomesScored, text.sessionId, {
      sessionIds: [text.sessionId],
      modelVersion: 'test',
      texts: [
        {
          ...text,
          sourceKind: 'SESSION_FEEDBACK',
          observedAt,
          scores: scores.map((score) => ({ ...score, level: 0.5, confidence: 0.9 })),
        },
      ],
    }),
};

/** An event under its contract, as its outbox would hand it out. */
export function eventTold<Data>(contract: EventContract<string, Data>, subject: string, data: Data): PlatformEvent {
  const { type, dataVersion } = contract;
  const rest = { dataVersion, subject, correlationId: null, causationId: null, time: new Date().toISOString() };
  return { id: newId(), companyId: '', type, ...rest, data };
}

/** Hands events to the consumers themselves, without the inbox that keeps doubles away in use. */
export function journeyHandler({ profile }: ProfileScene) {
  const { parts } = profile;
  const consumers = journeyEvents(
    parts,
    readJourneyDefaults().map(({ rule }) => rule),
  );
  return async (companyId: string, events: readonly PlatformEvent[]): Promise<void> => {
    for (const consumer of consumers) {
      const wanted = events.filter(({ type }) => consumer.types.includes(type));
      if (wanted.length === 0) continue;
      await inTenant(parts.database, serviceViewer('test', companyId), (tx) => consumer.handle(tx, wanted));
    }
  };
}

/** What is stored of every journey of a company, without ids that differ between two runs of the same work. */
export async function journeysOf({ platform }: ProfileScene, companyId: string): Promise<unknown[]> {
  const { rows } = await platform.sql.query(
    `SELECT 'flag' AS part, participant_id, name, rule, revision, since, facts FROM profile.journey_flag WHERE company_id = $1
      UNION ALL SELECT 'milestone', participant_id, name, rule, revision, since, facts FROM profile.journey_milestone WHERE company_id = $1
      UNION ALL SELECT 'follow-up', participant_id, reason, rule, revision, since, facts FROM profile.follow_up
        WHERE company_id = $1 AND state = 'OPEN'
      UNION ALL SELECT 'due', participant_id, '', '', 0, at, NULL FROM profile.journey_due WHERE company_id = $1
      ORDER BY 1, 2, 3`,
    [companyId],
  );
  return rows;
}
