import type { Dimension } from '../domain/q2q/q2q-model.ts';
import type { SomeThresholds } from '../domain/registry/model-version.ts';
import { thresholdProblems } from '../domain/registry/threshold-rules.ts';
import type { ThresholdInput, ThresholdsOutOfBounds } from '../generated/resolvers.ts';
import { modelRules } from '../model/repository-versions.ts';
import { nameOf } from './shown-version.ts';

/** Thresholds as somebody asks for them; of a dimension that is named twice the last one counts. */
export function askedThresholds(asked: readonly ThresholdInput[]): SomeThresholds {
  return Object.fromEntries(asked.map(({ dimension, threshold }) => [dimension.toLowerCase() as Dimension, threshold]));
}

/** Null where all of them may be. */
export function outOfBounds(
  thresholds: SomeThresholds,
): (ThresholdsOutOfBounds & { __typename: 'ThresholdsOutOfBounds' }) | null {
  const problems = thresholdProblems(thresholds, modelRules());
  if (problems.length === 0) return null;
  return {
    __typename: 'ThresholdsOutOfBounds',
    problems: problems.map(({ dimension, ...problem }) => ({ ...problem, dimension: nameOf(dimension) })),
  };
}
