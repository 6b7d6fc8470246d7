import type { Answer } from '../domain/evaluation/judgement.ts';
import { scoringName } from '../domain/registry/model-version.ts';
import type { ModelEvaluationResolvers } from '../generated/resolvers.ts';
import type { ScoreReviewRow } from '../rows/score-review.ts';
import { shownMeasure } from './shown-measure.ts';
import { nameOf, shownThreshold } from './shown-version.ts';

export const ModelEvaluation: ModelEvaluationResolvers = {
  languages: ({ figures: { languages } }) =>
    languages.map(({ figures, calibration, ece, ...of }) => ({
      ...{ ...of, calibration: [...calibration], calibrationError: ece },
      figures: figures.map(({ name, dimension, direction, ...figure }) => ({
        ...{ ...figure, ...shownMeasure({ name, dimension, direction }) },
      })),
    })),
  confusion: ({ figures: { confusion } }) =>
    confusion.map(({ dimension, truth, claimed, count }) => ({
      ...{ dimension: nameOf(dimension), count },
      ...{ truth: labelOf(truth), claimed: labelOf(claimed) },
    })),
  parity: ({ figures: { parity } }) => parity,
  scoresAs: ({ modelVersion, overrideRevision }) => scoringName(modelVersion, overrideRevision),
  thresholds: ({ thresholds }) => (thresholds ?? []).map(shownThreshold),
  curves: ({ figures: { curves = [] } }) =>
    curves.map(({ dimension, points, ...curve }) => ({ ...curve, dimension: nameOf(dimension), points: [...points] })),
};

function labelOf(answer: Answer): ScoreReviewRow['label'] {
  return answer.toUpperCase() as ScoreReviewRow['label'];
}
