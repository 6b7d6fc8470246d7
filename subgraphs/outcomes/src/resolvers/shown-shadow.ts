import type { Comparison } from '../domain/evaluation/compare-models.ts';
import type { LabelledComparison } from '../domain/shadow/labelled-comparison.ts';
import type { Agreement } from '../domain/shadow/shadow-agreement.ts';
import type { LabelledShadowComparison, ModelComparison, ShadowAgreement } from '../generated/resolvers.ts';
import type { DirectionName } from '../rows/metric.ts';
import { shownMeasure } from './shown-measure.ts';
import { nameOf } from './shown-version.ts';

export function shownAgreement({ dimension, direction, ...agreement }: Agreement): ShadowAgreement {
  return {
    ...agreement,
    dimension: nameOf(dimension),
    direction: direction && (direction.toUpperCase() as DirectionName),
  };
}

export function shownLabelled({ labels, test, languages }: LabelledComparison): LabelledShadowComparison {
  return {
    labels,
    test: shownComparison(test),
    languages: languages.map(({ figures, ...of }) => ({
      ...of,
      figures: figures.map(({ name, dimension, direction, ...figure }) => ({
        ...{ ...figure, ...shownMeasure({ name, dimension, direction }) },
      })),
    })),
  };
}

export function shownComparison({ onlyBaseline, onlyCandidate, ...compared }: Comparison): ModelComparison {
  return { ...compared, onlyBaselineRight: onlyBaseline, onlyCandidateRight: onlyCandidate };
}
