import { byKey, listsByKey } from '@teei/runtime/by-key';
import type { Page } from '@teei/runtime/connection';
import type { OperationContext } from '@teei/runtime/operation-context';
import type { EvidenceRow, OutcomeScoreRow } from '../rows.ts';
import { EvidenceStore } from '../store/evidence-store.ts';
import { MetricStore } from '../store/metric-store.ts';
import { OutcomeScoreStore } from '../store/outcome-score-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const idOf = (row: { readonly id: string }): string => row.id;
  const scoreLists = new Map<string, ReturnType<typeof scoresOf>>();
  function scoresOf(page: Page<readonly string[] & { length: 2 }>) {
    return listsByKey<OutcomeScoreRow>(
      (row) => row.participantId,
      async (ids) => new OutcomeScoreStore(await context.tx()).pagesOfParticipants(ids, page),
    );
  }
  return {
    metric: byKey(idOf, async (ids) => new MetricStore(await context.tx()).byIds(ids)),
    outcomeScore: byKey(idOf, async (ids) => new OutcomeScoreStore(await context.tx()).byIds(ids)),
    evidence: byKey(idOf, async (ids) => new EvidenceStore(await context.tx()).byIds(ids)),
    evidenceOfScore: byKey(
      (row: EvidenceRow) => row.scoreId,
      async (ids) => new EvidenceStore(await context.tx()).ofScores(ids),
    ),
    scoresOfSession: listsByKey<OutcomeScoreRow>(
      (row) => row.sessionId,
      async (ids) => new OutcomeScoreStore(await context.tx()).ofSessions(ids),
    ),
    scoreCountOf: byKey(idOf, async (ids) => new OutcomeScoreStore(await context.tx()).countsOfParticipants(ids)),
    /** The same page asked for by several participants is read once for all of them. */
    scoresOfParticipant: (page: Page<readonly string[] & { length: 2 }>) => {
      const key = JSON.stringify(page);
      const known = scoreLists.get(key) ?? scoresOf(page);
      scoreLists.set(key, known);
      return known;
    },
  };
}
