import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { DIMENSIONS } from '../domain/q2q/q2q-model.ts';
import type { ScoredText, Scorer } from '../domain/q2q/score-text.ts';
import type { SpokenText } from '../domain/spoken-text.ts';
import type { Scoring } from '../model/company-models.ts';
import type { NewScore } from '../store/score-store.ts';
import { type NewShadow, ShadowStore } from '../store/shadow-store.ts';

/**
 * Has texts that were just scored read by the shadow too, where they are drawn for it, and keeps what it says beside what was said. What
 * it said of an older version of these texts goes.
 */
export async function readInShadow(
  tx: TenantTransaction,
  scoring: Scoring,
  texts: readonly SpokenText[],
  shown: readonly NewScore[],
): Promise<void> {
  const store = new ShadowStore(tx);
  await store.remove(texts.map(({ sourceId }) => sourceId));
  const readings: NewShadow[] = [];
  for (const { text, author, ...source } of texts) {
    const scorer = scoring.shadowFor(source.sourceId);
    const { modelVersion } = scoring.for(source.sourceId);
    if (!scorer || text === null || author !== 'PARTICIPANT' || scorer.modelVersion === modelVersion) continue;
    // A text is about a quarter of a millisecond of work.
    if (readings.length % 4 === 3) await new Promise((resolve) => setImmediate(resolve));
    const own = shown.filter(({ sourceId }) => sourceId === source.sourceId);
    readings.push({ ...source, ...readingOf(scorer, text, own), shownVersion: modelVersion });
  }
  await store.insert(readings);
}

function readingOf(
  scorer: Scorer,
  text: string,
  shown: readonly NewScore[],
): Pick<NewShadow, 'language' | 'shadowVersion' | 'scores'> {
  const read: ScoredText = scorer.score(text);
  const scores = DIMENSIONS.flatMap((dimension) => {
    const said = shown.find(({ score }) => score.dimension === dimension)?.score ?? null;
    const shadow = read.scores.find((score) => score.dimension === dimension) ?? null;
    return said === null && shadow === null ? [] : [{ dimension, shown: said, shadow }];
  });
  return { language: read.language, shadowVersion: read.modelVersion, scores };
}
