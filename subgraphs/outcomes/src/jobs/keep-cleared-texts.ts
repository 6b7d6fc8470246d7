import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { SpokenText } from '../domain/spoken-text.ts';
import { outcomesScored } from '../events/index.ts';
import { ClearedTexts, type KeptScore } from '../store/cleared-texts.ts';
import { toldOfScores } from './told-of-scores.ts';

interface Kept {
  /** Texts whose words are those that were read. */
  readonly sourceIds: ReadonlySet<string>;
  /** yyyy-mm-01, whose scores moved. */
  readonly months: readonly string[];
}

/** Moves scores, evidence and flags along with the record whose words were cleared; nothing reads anything anew, so each score keeps its version. */
export async function keepClearedTexts(
  { outbox }: Pick<SubgraphParts, 'outbox'>,
  tx: TenantTransaction,
  texts: readonly SpokenText[],
): Promise<Kept> {
  const store = new ClearedTexts(tx);
  const sourceIds = await store.claim(texts);
  const kept = texts.filter(({ sourceId }) => sourceIds.has(sourceId));
  if (kept.length === 0) return { sourceIds, months: [] };
  const moved = await store.moveScores(kept);
  await store.moveFlags(kept);
  const versions = [...new Set(moved.map(({ modelVersion }) => modelVersion))];
  const told = versions.map((version) => {
    const made = moved.filter(({ modelVersion }) => modelVersion === version);
    const ofVersion = kept.filter(({ sourceId }) => made.some((each) => each.sourceId === sourceId));
    return toldOfScores(tx.companyId, version, ofVersion, made.map(asTold));
  });
  await outbox.append(tx, outcomesScored, told);
  return { sourceIds, months: moved.flatMap(({ monthBefore, month }) => [monthBefore, month]) };
}

function asTold({ sourceId, dimension, direction, level, confidence }: KeptScore) {
  return { sourceId, score: { dimension, direction, level, confidence } };
}
