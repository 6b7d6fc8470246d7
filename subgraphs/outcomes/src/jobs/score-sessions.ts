import { ratingCreated, sessionCompleted, sessionWithdrawn } from '@teei/programs/events';
import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Scoring } from '../model/company-models.ts';
import { FactStore, type Withdrawal } from '../store/fact-store.ts';
import { SafetyFlagWrites } from '../store/safety-flag-writes.ts';
import { ScoreStore } from '../store/score-store.ts';
import { ShadowStore } from '../store/shadow-store.ts';
import { companyScoring, type FindScoring } from './company-scoring.ts';
import { readTexts } from './read-texts.ts';
import { spokenInRating } from './spoken-in-events.ts';
import { tellMonths } from './tell-months.ts';

/** Keeps what is counted and reads what was said. Revisions decide, so the order in which events arrive does not. */
export const scoreSessions = (parts: SubgraphParts, findScoring: FindScoring = companyScoring) =>
  defineConsumer({
    name: 'outcomes-score-sessions',
    source: 'programs',
    contracts: [sessionCompleted, ratingCreated, sessionWithdrawn],
    weight: 'background',
    handle: async (tx, events) => {
      const facts = new FactStore(tx);
      const scoring = await findScoring(tx);
      const withdrawals = events.flatMap((event) => (event.type === sessionWithdrawn.type ? [event.data] : []));
      const ratings = events.flatMap((event) => (event.type === ratingCreated.type ? [spokenInRating(event)] : []));
      await tellMonths(parts, tx, [
        ...(await facts.keep(events.flatMap((event) => (event.type === sessionCompleted.type ? [event.data] : [])))),
        ...(await facts.withdraw(withdrawals)),
        ...(await removeTexts(tx, scoring, withdrawals)),
        ...(await readTexts(parts, tx, scoring, ratings)),
      ]);
    },
  });

async function removeTexts(
  tx: TenantTransaction,
  { active: { modelVersion } }: Scoring,
  withdrawals: readonly Withdrawal[],
): Promise<string[]> {
  if (withdrawals.length === 0) return [];
  const gone = withdrawals.map(({ sessionId: sourceId, revision }) => ({
    ...({ sourceKind: 'SESSION_FEEDBACK', sourceId, revision, modelVersion } as const),
  }));
  const scores = new ScoreStore(tx);
  await scores.claim(gone, true);
  await new SafetyFlagWrites(tx).withdrawAll(gone);
  await new ShadowStore(tx).remove(gone.map(({ sourceId }) => sourceId));
  return scores.remove(gone.map(({ sourceId }) => sourceId));
}
