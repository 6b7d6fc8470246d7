import {
  buddyFeedbackSubmitted,
  buddyFeedbackWithdrawn,
  checkInCompleted,
  checkInWithdrawn,
} from '@teei/programs/events';
import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { EventOf } from '@teei/runtime/define-event';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { outcomesScored } from '../events/index.ts';
import type { Scoring } from '../model/company-models.ts';
import { SafetyFlagWrites } from '../store/safety-flag-writes.ts';
import { ScoreStore } from '../store/score-store.ts';
import { ShadowStore } from '../store/shadow-store.ts';
import { companyScoring } from './company-scoring.ts';
import { readTexts } from './read-texts.ts';
import { type BuddyText, spokenInBuddyText } from './spoken-in-events.ts';
import { tellMonths } from './tell-months.ts';

type Withdrawn = EventOf<typeof buddyFeedbackWithdrawn> | EventOf<typeof checkInWithdrawn>;

/** Reads what participants and volunteers of the Buddy programme wrote, as session feedback is read. */
export const scoreBuddyTexts = (parts: SubgraphParts) =>
  defineConsumer({
    name: 'outcomes-score-buddy-texts',
    source: 'programs',
    contracts: [buddyFeedbackSubmitted, checkInCompleted, buddyFeedbackWithdrawn, checkInWithdrawn],
    weight: 'background',
    handle: async (tx, events) => {
      const scoring = await companyScoring(tx);
      const gone = events.flatMap((event) => (isWithdrawal(event) ? [withdrawnText(event)] : []));
      const said = events.flatMap((event) => (isWithdrawal(event) ? [] : [spokenInBuddyText(event)]));
      await tellMonths(parts, tx, [
        ...(await removeTexts(parts, tx, scoring, gone)),
        ...(await readTexts(parts, tx, scoring, said)),
      ]);
    },
  });

function isWithdrawal(event: BuddyText | Withdrawn): event is Withdrawn {
  return event.type === buddyFeedbackWithdrawn.type || event.type === checkInWithdrawn.type;
}

function withdrawnText(event: Withdrawn) {
  const { revision, participantId } = event.data;
  const observedAt = event.time;
  return event.type === checkInWithdrawn.type
    ? ({ sourceKind: 'BUDDY_CHECK_IN', sourceId: event.data.checkInId, revision, participantId, observedAt } as const)
    : ({ sourceKind: 'BUDDY_FEEDBACK', sourceId: event.data.feedbackId, revision, participantId, observedAt } as const);
}

/** What was said goes with its record; whoever built on its scores is told that they are gone. */
async function removeTexts(
  { outbox }: SubgraphParts,
  tx: TenantTransaction,
  { active: { modelVersion } }: Scoring,
  gone: readonly ReturnType<typeof withdrawnText>[],
): Promise<string[]> {
  if (gone.length === 0) return [];
  const scores = new ScoreStore(tx);
  await scores.claim(
    gone.map((each) => ({ ...each, modelVersion })),
    true,
  );
  await new SafetyFlagWrites(tx).withdrawAll(gone);
  const texts = gone.map((each) => ({ ...each, sessionId: null, scores: [] }));
  await outbox.append(tx, outcomesScored, [{ subject: tx.companyId, data: { sessionIds: [], modelVersion, texts } }]);
  await new ShadowStore(tx).remove(gone.map(({ sourceId }) => sourceId));
  return scores.remove(gone.map(({ sourceId }) => sourceId));
}
