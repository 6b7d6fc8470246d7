import type { Answer } from '../domain/evaluation/judgement.ts';
import type { MeasureName } from '../domain/evaluation/quality-measures.ts';
import type { Dimension } from '../domain/q2q/score-text.ts';
import type { ModelEvaluationResolvers } from '../generated/resolvers.ts';
import type { DimensionName, DirectionName } from '../rows/metric.ts';
import type { ScoreReviewRow } from '../rows/score-review.ts';

export const ModelEvaluation: ModelEvaluationResolvers = {
  languages: ({ figures: { languages } }) =>
    languages.map(({ figures, calibration, ece, ...of }) => ({
      ...{ ...of, calibration: [...calibration], calibrationError: ece },
      figures: figures.map(({ name, dimension, direction, ...figure }) => ({
        ...{ ...figure, measure: measures[name] },
        dimension: dimension && nameOf(dimension),
        direction: direction && (direction.toUpperCase() as DirectionName),
      })),
    })),
  confusion: ({ figures: { confusion } }) =>
    confusion.map(({ dimension, truth, claimed, count }) => ({
      ...{ dimension: nameOf(dimension), count },
      ...{ truth: labelOf(truth), claimed: labelOf(claimed) },
    })),
  parity: ({ figures: { parity } }) => parity,
};

const measures = {
  detectionF1: 'DETECTION_F1',
  directedF1: 'DIRECTED_F1',
  falseAlarmRate: 'FALSE_ALARM_RATE',
  precision: 'PRECISION',
  recall: 'RECALL',
  f1: 'F1',
} as const satisfies Record<MeasureName['name'], string>;

function nameOf(dimension: Dimension): DimensionName {
  return dimension.toUpperCase() as DimensionName;
}

function labelOf(answer: Answer): ScoreReviewRow['label'] {
  return answer.toUpperCase() as ScoreReviewRow['label'];
}
