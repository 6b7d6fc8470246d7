import { type Dimension, linearHeads } from '../../src/domain/q2q/q2q-model.ts';
import { type Reading, readEvidence } from '../../src/domain/q2q/read-evidence.ts';
import type { SparseVector } from '../../src/domain/q2q/text-features.ts';
import type { Sample } from './read-corpus.ts';
import { BUCKETS, trainHeads } from './train-heads.ts';

/**
 * A reading of every sample by heads that never saw it. A fold is a stretch of each corpus file, not a random draw:
 * neighbouring lines are wordings of one situation and the same situation stands at a like place in the other languages,
 * so random folds would test the model on what it was taught next door.
 */
export function crossFit(
  samples: readonly Sample[],
  vectors: readonly SparseVector[],
): readonly Record<Dimension, Reading>[] {
  const readings: Record<Dimension, Reading>[] = new Array(samples.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inside = samples.map((sample) => Math.floor(sample.place * FOLDS) !== fold);
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

const FOLDS = 12;
