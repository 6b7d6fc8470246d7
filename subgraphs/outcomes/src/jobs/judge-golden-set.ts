import type { Answer, Judgement } from '../domain/evaluation/judgement.ts';
import type { Dimension, Scorer } from '../domain/q2q/score-text.ts';
import type { GoldenLabelRow } from '../rows.ts';

/**
 * What a model says of the dimension that reviewers settled on. Its own score counts as it was given; another model reads the snippet,
 * and what has no snippet any more is left out.
 */
export function judgeGolden(scorer: Scorer, row: GoldenLabelRow): Judgement | null {
  const dimension = row.dimension.toLowerCase() as Dimension;
  const truth = row.label.toLowerCase() as Answer;
  const judged = { unit: row.id, language: row.language, dimension, truth };
  if (row.modelVersion === scorer.modelVersion)
    return { ...judged, claimed: row.scored.toLowerCase() as Answer, probability: row.confidence };
  if (row.snippet === null) return null;
  const { scores } = scorer.score(row.snippet, { language: row.language });
  const claimed = scores.find((score) => score.dimension === dimension)?.direction ?? 'none';
  return { ...judged, claimed, probability: scorer.probabilities(row.snippet)[dimension] };
}
