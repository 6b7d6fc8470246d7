import { type Dimension, type DimensionRule, plattProbability } from './q2q-model.ts';
import type { ClauseReading, Reading } from './read-evidence.ts';
import type { Span } from './split-clauses.ts';

/** Whether the model holds the text for evidence of the dimension at all. */
export function isEvidence(rule: DimensionRule, reading: Reading): boolean {
  return plattProbability(rule.detection, reading.detection) >= rule.threshold;
}

/**
 * What a reading that counts says. Both directions in one text need two clauses that each count as evidence and each
 * lean clearly their own way.
 */
export function judgeReading(
  rule: DimensionRule,
  reading: Reading,
  clauses: readonly ClauseReading[],
  dimension: Dimension,
): Verdict {
  const confidence = plattProbability(rule.detection, reading.detection);
  const level = plattProbability(rule.direction, reading.direction);
  const span = loudestClause(clauses, dimension);
  if (pullsApart(rule, clauses, dimension))
    return { confidence, direction: 'mixed', level: towardsMiddle(level), span };
  return { confidence, direction: level >= 0.5 ? 'gain' : 'setback', level, span };
}

function pullsApart(rule: DimensionRule, clauses: readonly ClauseReading[], dimension: Dimension): boolean {
  const leans = clauses
    .filter(({ reading }) => isEvidence(rule, reading[dimension]))
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
