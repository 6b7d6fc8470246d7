import { ratingCreated, sessionCompleted, sessionWithdrawn } from '@teei/programs/events';
import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { EventOf } from '@teei/runtime/define-event';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { createScorer } from '../domain/q2q/score-text.ts';
import { factsChanged, outcomesScored } from '../events/index.ts';
import { FactStore } from '../store/fact-store.ts';
import { markDirty } from '../store/metric-computation.ts';
import { type NewScore, ScoreStore } from '../store/score-store.ts';

type Scorer = ReturnType<typeof createScorer>;
type Rating = EventOf<typeof ratingCreated>;

/** Keeps what is counted and scores what was said. Revisions decide, so the order in which events arrive does not. */
export const scoreSessions = (parts: SubgraphParts, scorer: Scorer) =>
  defineConsumer({
    name: 'outcomes-score-sessions',
    source: 'programs',
    contracts: [sessionCompleted, ratingCreated, sessionWithdrawn],
    weight: 'background',
    handle: async (tx, events) => {
      const facts = new FactStore(tx);
      const withdrawals = events.flatMap((event) => (event.type === sessionWithdrawn.type ? [event.data] : []));
      const ratings = events.flatMap((event) => (event.type === ratingCreated.type ? [event] : []));
      const months = [
        ...(await facts.keep(events.flatMap((event) => (event.type === sessionCompleted.type ? [event.data] : [])))),
        ...(await facts.withdraw(withdrawals)),
        ...(await removeScores(tx, scorer, withdrawals)),
        ...(await scoreRatings(parts, tx, scorer, ratings)),
      ];
      if (months.length === 0) return;
      await markDirty(tx, months);
      await parts.outbox.append(tx, factsChanged, [
        { subject: tx.companyId, data: { months: [...new Set(months)].sort() } },
      ]);
    },
  });

async function removeScores(
  tx: TenantTransaction,
  scorer: Scorer,
  withdrawals: readonly { sessionId: string; revision: number }[],
): Promise<string[]> {
  const scores = new ScoreStore(tx);
  await scores.claim(withdrawals, scorer.modelVersion, true);
  return withdrawals.length === 0 ? [] : scores.remove(withdrawals.map(({ sessionId }) => sessionId));
}

async function scoreRatings(
  parts: SubgraphParts,
  tx: TenantTransaction,
  scorer: Scorer,
  ratings: readonly Rating[],
): Promise<string[]> {
  const newest = new Map<string, Rating>();
  for (const rating of ratings) {
    const known = newest.get(rating.data.sessionId);
    if (!known || known.data.revision < rating.data.revision) newest.set(rating.data.sessionId, rating);
  }
  const scores = new ScoreStore(tx);
  const claimed = await scores.claim(
    [...newest.values()].map(({ data }) => data),
    scorer.modelVersion,
  );
  if (claimed.size === 0) return [];
  const months = await scores.remove([...claimed]);
  const fresh = [...claimed].flatMap((id) => newest.get(id) ?? []);
  const made = await scoreTexts(scorer, fresh);
  months.push(...(await scores.insert(made)));
  const { modelVersion } = scorer;
  await parts.outbox.append(tx, outcomesScored, [
    { subject: tx.companyId, data: { sessionIds: [...claimed], modelVersion, texts: textsOf(fresh, made) } },
  ]);
  return months;
}

function textsOf(ratings: readonly Rating[], made: readonly NewScore[]) {
  return ratings.map(({ data: { sessionId, revision, participantId, startedAt } }) => ({
    sessionId,
    revision,
    participantId,
    observedAt: startedAt,
    scores: made.flatMap(({ sessionId: scored, score: { dimension, direction, level, confidence } }) =>
      scored === sessionId ? [{ dimension, direction, level, confidence }] : [],
    ),
  }));
}

/** Texts scored between two turns of the event loop: about a millisecond of work, so that requests and imports hardly wait. */
const textsPerTurn = 4;

async function scoreTexts(scorer: Scorer, ratings: readonly Rating[]): Promise<NewScore[]> {
  const made: NewScore[] = [];
  for (const [index, { data }] of ratings.entries()) {
    if (data.text === null) continue;
    if (index % textsPerTurn === textsPerTurn - 1) await new Promise((resolve) => setImmediate(resolve));
    const { sessionId, revision, participantId, startedAt } = data;
    const { language, modelVersion, scores } = scorer.score(data.text);
    made.push(
      ...scores.map((score) => ({
        sessionId,
        revision,
        participantId,
        observedAt: startedAt,
        language,
        modelVersion,
        score,
      })),
    );
  }
  return made;
}
