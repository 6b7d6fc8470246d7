import type { Answer, Judgement } from '../domain/evaluation/judgement.ts';
import type { Dimension, Scorer } from '../domain/q2q/score-text.ts';
import type { GoldenLabelRow } from '../rows/score-review.ts';

/**
 * What a version says of the dimension that reviewers settled on. A score that was read alike counts as it was given, if it passes the
 * version's threshold; any other version reads the snippet, and what has no snippet any more is left out.
 */
export function judgeGolden(scorer: Scorer, row: GoldenLabelRow, readAlike: boolean): Judgement | null {
  const dimension = row.dimension.toLowerCase() as Dimension;
  const truth = row.label.toLowerCase() as Answer;
  const judged = { unit: row.id, language: row.language, dimension, truth };
  if (readAlike) {
    const passes = row.confidence >= scorer.thresholds[dimension];
    return { ...judged, claimed: passes ? (row.scored.toLowerCase() as Answer) : 'none', probability: row.confidence };
  }
  if (row.snippet === null) return null;
  const { scores } = scorer.score(row.snippet, { language: row.language });
  const claimed = scores.find((score) => score.dimension === dimension)?.direction ?? 'none';
  return { ...judged, claimed, probability: scorer.probabilities(row.snippet)[dimension] };
}
