import { averagedHeads, type Dimension } from '../../src/domain/q2q/q2q-model.ts';
import { type Reading, readEvidence } from '../../src/domain/q2q/read-evidence.ts';
import type { SparseVector } from '../../src/domain/q2q/text-features.ts';
import type { Sample } from '../../src/model/read-corpus.ts';
import { BUCKETS, trainBags, trainHeads } from './train-heads.ts';

/**
 * A reading of every sample by heads that never heard its voice. A voice is held out in all three languages at once: random
 * folds would test the model on what it was taught next door. Some voices share a fold to save time.
 */
export function crossFit(
  samples: readonly Sample[],
  vectors: readonly SparseVector[],
): readonly Record<Dimension, Reading>[] {
  const readings: Record<Dimension, Reading>[] = new Array(samples.length);
  const voices = [...new Set(samples.map((sample) => sample.voice))];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inside = samples.map((sample) => voices.indexOf(sample.voice) % FOLDS !== fold);
    const known = samples.filter((_, i) => inside[i]);
    const knownVectors = vectors.filter((_, i) => inside[i]);
    const heads = averagedHeads(trainHeads(known, knownVectors), trainBags(known, knownVectors));
    samples.forEach((sample, i) => {
      if (!inside[i]) readings[i] = readEvidence(heads, sample.text, BUCKETS);
    });
  }
  return readings;
}

const FOLDS = 10;
