import { type Dimension, type Heads, plattProbability, type Q2QModel } from './q2q-model.ts';
import { readPiece } from './read-evidence.ts';

/**
 * How far the parts of a model are from each other on one clause: each says how likely it is a gain, a setback or nothing, and the
 * greatest total variation distance between two of them counts. 0 they say the same, 1 they exclude each other.
 * The calibration is that of their average, so a part's own answer is read as a hint and shown to nobody.
 */
export function dissentOf(model: Q2QModel, parts: readonly Heads[], clause: string, dimension: Dimension): number {
  const opinions = parts.map((part) => opinionOf(model, part, clause, dimension));
  const distances = opinions.flatMap((one, at) => opinions.slice(at + 1).map((other) => totalVariation(one, other)));
  return Math.max(0, ...distances);
}

function opinionOf(model: Q2QModel, part: Heads, clause: string, dimension: Dimension): readonly number[] {
  const reading = readPiece(part, clause, model.buckets)[dimension];
  const rule = model.dimensions[dimension];
  const borne = plattProbability(rule.detection, reading.detection);
  const gain = plattProbability(rule.direction, reading.direction);
  return [borne * gain, borne * (1 - gain), 1 - borne];
}

/** Half the sum of what two distributions differ by. */
function totalVariation(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, share, at) => sum + Math.abs(share - (other[at] ?? 0)), 0) / 2;
}
