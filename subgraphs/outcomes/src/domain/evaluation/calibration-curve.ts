/**
 * Ten bins of equal width: how sure the model was on average, and how often it was right.
 * @param answers probability and whether it was so
 */
export function calibrationCurve(answers: readonly (readonly [number, boolean])[]): readonly CalibrationBin[] {
  const bins = Array.from({ length: BINS }, (_, at) => ({
    ...{ low: at / BINS, high: (at + 1) / BINS, count: 0, confidence: 0, right: 0 },
  }));
  for (const [probability, right] of answers) {
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))];
    if (!bin) continue;
    bin.count += 1;
    bin.confidence += probability;
    bin.right += right ? 1 : 0;
  }
  return bins.map(({ count, confidence, right, ...bin }) => {
    return { ...bin, count, confidence: count && confidence / count, right: count && right / count };
  });
}

/** Expected calibration error: the mean distance of the two, weighted by how many answers a bin holds; null without answers. */
export function calibrationError(bins: readonly CalibrationBin[]): number | null {
  const answers = bins.reduce((sum, { count }) => sum + count, 0);
  if (answers === 0) return null;
  return bins.reduce((sum, { count, confidence, right }) => sum + count * Math.abs(confidence - right), 0) / answers;
}

const BINS = 10;

export interface CalibrationBin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** Mean probability; 0 in an empty bin. */
  readonly confidence: number;
  /** Share of answers that were so. */
  readonly right: number;
}
