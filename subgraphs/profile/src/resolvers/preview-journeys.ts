import { allOver } from '@teei/runtime/all-over';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { compareJourneys, nothingStored } from '../domain/journey/compare-journeys.ts';
import { evaluateJourney, type RevisedRule } from '../domain/journey/evaluate-journey.ts';
import { visibleChanges } from '../domain/journey/visible-changes.ts';
import type { JourneyTouchRow } from '../rows.ts';
import { JourneyFactStore } from '../store/journey-fact-store.ts';
import { JourneyStore } from '../store/journey-store.ts';

const batchSize = 2_000;

/** What these rules would change for whom, by id of the participant. Nobody is locked and nothing is written. */
export async function previewJourneys(
  tx: TenantTransaction,
  rules: readonly RevisedRule[],
): Promise<{ participants: number; touched: JourneyTouchRow[] }> {
  const journeys = new JourneyStore(tx);
  const touched: JourneyTouchRow[] = [];
  let participants = 0;
  let reached: string | null = null;
  for (;;) {
    const ids: string[] = await journeys.idsAfter(reached, batchSize);
    touched.push(...(await touchedAmong(tx, rules, ids)));
    participants += ids.length;
    if (ids.length < batchSize) return { participants, touched };
    reached = ids.at(-1) ?? null;
  }
}

async function touchedAmong(
  tx: TenantTransaction,
  rules: readonly RevisedRule[],
  ids: readonly string[],
): Promise<JourneyTouchRow[]> {
  const journeys = new JourneyStore(tx);
  const [participants, facts, stored] = await allOver([
    journeys.read(ids),
    new JourneyFactStore(tx).ofParticipants(ids),
    journeys.storedOf(ids),
  ]);
  const now = Date.now();
  return participants.flatMap(({ id, language, createdAt }) => {
    const was = stored.get(id) ?? nothingStored;
    const participant = { language, joinedAt: createdAt.getTime(), facts: facts.get(id) ?? [] };
    const changes = visibleChanges(compareJourneys(was, evaluateJourney(rules, participant, now)), was);
    return changes.length === 0 ? [] : [{ participantId: id, changes }];
  });
}
