import { type Dimension, type DimensionRule, plattProbability } from './q2q-model.ts';
import type { ClauseReading, Reading } from './read-evidence.ts';
import type { Span } from './split-clauses.ts';

/**
 * Turns a reading into a verdict, or null where the model does not hold the text for evidence of the dimension.
 * Both directions in one text need two clauses that each count as evidence and each lean clearly their own way.
 */
export function judgeReading(
  rule: DimensionRule,
  reading: Reading,
  clauses: readonly ClauseReading[],
  dimension: Dimension,
): Verdict | null {
  const confidence = plattProbability(rule.detection, reading.detection);
  if (confidence < rule.threshold) return null;
  const level = plattProbability(rule.direction, reading.direction);
  const loud = loudestClause(clauses, dimension);
  if (pullsApart(rule, clauses, dimension))
    return { confidence, direction: 'mixed', level: towardsMiddle(level), span: loud };
  return { confidence, direction: level >= 0.5 ? 'gain' : 'setback', level, span: loud };
}

function pullsApart(rule: DimensionRule, clauses: readonly ClauseReading[], dimension: Dimension): boolean {
  const leans = clauses
    .filter(({ reading }) => plattProbability(rule.detection, reading[dimension].detection) >= rule.threshold)
    .map(({ reading }) => plattProbability(rule.direction, reading[dimension].direction));
  return leans.some((level) => level > CLEAR_GAIN) && leans.some((level) => level < 1 - CLEAR_GAIN);
}

function loudestClause(clauses: readonly ClauseReading[], dimension: Dimension): Span | null {
  const [first, ...rest] = clauses;
  if (!first) return null;
  return rest.reduce(
    (loudest, clause) =>
      clause.reading[dimension].detection > loudest.reading[dimension].detection ? clause : loudest,
    first,
  ).span;
}

/** A mixed text may lean, but stays within 0.35..0.65 so that nobody reads it as a gain or a setback. */
function towardsMiddle(level: number): number {
  return 0.5 + (level - 0.5) * 0.3;
}

/** How sure each of two clauses must be of its own direction before the text counts as both. */
const CLEAR_GAIN = 0.7;

export interface Verdict {
  readonly confidence: number;
  readonly direction: 'gain' | 'setback' | 'mixed';
  /** 0 strong setback, 0.5 mixed, 1 strong gain. */
  readonly level: number;
  readonly span: Span | null;
}
