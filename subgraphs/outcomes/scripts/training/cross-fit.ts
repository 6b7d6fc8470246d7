import { type Dimension, linearHeads } from '../../src/domain/q2q/q2q-model.ts';
import { type Reading, readEvidence } from '../../src/domain/q2q/read-evidence.ts';
import type { SparseVector } from '../../src/domain/q2q/text-features.ts';
import type { Sample } from './read-corpus.ts';
import { BUCKETS, trainHeads } from './train-heads.ts';

/**
 * A reading of every sample by heads that never heard its voice. A voice is held out in all three languages at once: random
 * folds would test the model on what it was taught next door.
 */
export function crossFit(
  samples: readonly Sample[],
  vectors: readonly SparseVector[],
): readonly Record<Dimension, Reading>[] {
  const readings: Record<Dimension, Reading>[] = new Array(samples.length);
  for (const voice of new Set(samples.map((sample) => sample.voice))) {
    const inside = samples.map((sample) => sample.voice !== voice);
    const heads = linearHeads(
      trainHeads(
        samples.filter((_, i) => inside[i]),
        vectors.filter((_, i) => inside[i]),
      ),
    );
    samples.forEach((sample, i) => {
      if (!inside[i]) readings[i] = readEvidence(heads, sample.text, BUCKETS);
    });
  }
  return readings;
}
