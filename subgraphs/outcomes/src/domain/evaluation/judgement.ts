import type { Dimension } from '../q2q/q2q-model.ts';

/** What a text says of a dimension, or is said to. `mixed` holds both directions. */
export type Answer = 'none' | 'gain' | 'setback' | 'mixed';
export const ANSWERS = ['none', 'gain', 'setback', 'mixed'] as const satisfies readonly Answer[];

/** One question that a model answered: does this text speak of that dimension, and which way. */
export interface Judgement {
  /** The text, by an id that stays the same from one evaluation to the next. */
  readonly unit: string;
  readonly language: string;
  readonly dimension: Dimension;
  readonly truth: Answer;
  readonly claimed: Answer;
  /** Calibrated probability that the text is evidence for the dimension. */
  readonly probability: number;
}

export function holds(answer: Answer, pole: 'gain' | 'setback'): boolean {
  return answer === pole || answer === 'mixed';
}
