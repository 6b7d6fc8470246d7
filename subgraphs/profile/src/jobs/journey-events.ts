import { outcomesScored } from '@teei/outcomes/events';
import { ratingCreated, sessionCompleted, sessionWithdrawn } from '@teei/programs/events';
import { type Consumer, defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { EventOf } from '@teei/runtime/define-event';
import { participantMerged, participantUnmerged } from '@teei/runtime/people-merged';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { JourneyRule } from '../domain/journey/rule.ts';
import { participantCreated } from '../events/index.ts';
import { JourneyFactStore, type NewFact } from '../store/journey-fact-store.ts';
import { JourneyStore } from '../store/journey-store.ts';
import { evaluateParticipants } from './evaluate-participants.ts';
import { recordContracts, recordFact } from './record-facts.ts';

type ProgrammeEvent =
  | EventOf<typeof sessionCompleted>
  | EventOf<typeof ratingCreated>
  | EventOf<typeof sessionWithdrawn>;

/** What happens in programmes becomes facts, and facts become flags. Revisions decide, so the order of arrival does not. */
export function journeyEvents(parts: SubgraphParts, defaults: readonly JourneyRule[]): Consumer[] {
  const host = { outbox: parts.outbox, defaults };
  const evaluate = async (tx: TenantTransaction, people: readonly string[], facts: readonly NewFact[] = []) =>
    tx.endWith((await evaluateParticipants(host, tx, people, facts)).written);
  return [
    defineConsumer({
      name: 'profile-journey-programmes',
      source: 'programs',
      contracts: [sessionCompleted, ratingCreated, sessionWithdrawn],
      weight: 'background',
      handle: (tx, events) => evaluate(tx, [], events.flatMap(programmeFacts)),
    }),
    // A consumer of its own: it begins with the oldest events that are kept, and so catches up with what it never read.
    defineConsumer({
      name: 'profile-journey-records',
      source: 'programs',
      contracts: recordContracts,
      weight: 'background',
      handle: (tx, events) => evaluate(tx, [], events.map(recordFact)),
    }),
    defineConsumer({
      name: 'profile-journey-outcomes',
      source: 'outcomes',
      contracts: [outcomesScored],
      weight: 'background',
      handle: (tx, events) => evaluate(tx, [], events.flatMap(outcomeFacts)),
    }),
    // Some rules speak of those to whom nothing has happened yet.
    defineConsumer({
      name: 'profile-journey-people',
      source: 'profile',
      contracts: [participantCreated],
      weight: 'background',
      handle: (tx, events) =>
        evaluate(
          tx,
          events.map(({ data }) => data.participantId),
        ),
    }),
    defineConsumer({
      name: 'profile-journey-merges',
      source: 'profile',
      contracts: [participantMerged, participantUnmerged],
      handle: async (tx, events) => {
        const people = [...new Set(events.flatMap(({ data }) => [data.keptId, data.mergedId]))].sort();
        // As whom people are shown is known already; what their journeys are made of follows, in whatever order events arrive.
        await new JourneyStore(tx).lockThemselves(people);
        await new JourneyFactStore(tx).moveToShown(people);
        await new JourneyStore(tx).clearMerged(people);
        await evaluate(tx, people);
      },
    }),
  ];
}

function programmeFacts(event: ProgrammeEvent): NewFact[] {
  const { id: eventId, data } = event;
  const { sessionId: sourceId, revision, startedAt: at } = data;
  const record = { sourceId, revision, eventId, at };
  switch (event.type) {
    case sessionCompleted.type: {
      const { participantId, kind = null, languageLevel: level = null, durationMinutes: minutes } = event.data;
      return [{ ...record, kind: 'session', participantId, attributes: [{ kind, level, minutes }] }];
    }
    case ratingCreated.type: {
      const { participantId, rating, text, clearedSha256 } = event.data;
      const isGone = rating === null && text === null && clearedSha256 === undefined;
      return [{ ...record, kind: 'feedback', participantId: isGone ? null : participantId, attributes: [{ rating }] }];
    }
    case sessionWithdrawn.type:
      // What was said in a session goes with it.
      return (['session', 'feedback', 'outcome'] as const).map((kind) => ({
        ...record,
        kind,
        participantId: null,
        attributes: [],
      }));
  }
}

function outcomeFacts({ id: eventId, data }: EventOf<typeof outcomesScored>): NewFact[] {
  return data.texts.flatMap(({ sessionId, sourceId, revision, participantId, observedAt: at, scores }) => {
    const textId = sourceId ?? sessionId;
    if (textId === null) return [];
    const attributes = scores.map(({ dimension, direction, level: score, confidence }) => ({
      ...{ dimension, direction, score, confidence },
    }));
    const fact = { kind: 'outcome', sourceId: textId, revision, eventId, at, attributes } as const;
    return [{ ...fact, participantId: scores.length === 0 ? null : participantId }];
  });
}
