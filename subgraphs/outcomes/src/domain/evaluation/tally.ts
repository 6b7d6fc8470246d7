import { DIMENSIONS, type Dimension, type Pole } from '../q2q/q2q-model.ts';
import { holds, type Judgement } from './judgement.ts';

/**
 * Counts of one text or of many, as one vector that can be added up: for each dimension right, false and missed claims of the
 * dimension itself and of each direction; then texts that carry nothing, and those of them that were scored all the same.
 */
export type Tally = Int32Array;

const KINDS = ['any', 'gain', 'setback'] as const;
const SILENT = DIMENSIONS.length * KINDS.length * 3;
const LENGTH = SILENT + 2;

/** @param judgements of one text */
export function tallyOf(judgements: readonly Judgement[]): Tally {
  const tally = emptyTally();
  for (const { dimension, truth, claimed } of judgements) {
    count(tally, dimension, 'any', truth !== 'none', claimed !== 'none');
    for (const pole of ['gain', 'setback'] as const)
      count(tally, dimension, pole, holds(truth, pole), holds(claimed, pole));
  }
  if (judgements.length === DIMENSIONS.length && judgements.every(({ truth }) => truth === 'none')) {
    tally[SILENT] = 1;
    tally[SILENT + 1] = judgements.some(({ claimed }) => claimed !== 'none') ? 1 : 0;
  }
  return tally;
}

export function emptyTally(): Tally {
  return new Int32Array(LENGTH);
}

export function addTally(sum: Tally, other: Tally): void {
  for (let i = 0; i < LENGTH; i += 1) sum[i] = (sum[i] as number) + (other[i] as number);
}

/** Right, false and missed claims of one kind, over these dimensions together. */
export function claimsOf(tally: Tally, kind: 'any' | Pole, dimensions: readonly Dimension[]): Claims {
  const at = dimensions.map((dimension) => place(dimension, kind));
  const sum = (offset: number): number => at.reduce((total, start) => total + (tally[start + offset] as number), 0);
  return { right: sum(0), wrong: sum(1), missed: sum(2) };
}

/** Of the texts that carry nothing, the share that was scored; null without such texts. */
export function falseAlarmRate(tally: Tally): number | null {
  const silent = tally[SILENT] as number;
  return silent === 0 ? null : (tally[SILENT + 1] as number) / silent;
}

function count(tally: Tally, dimension: Dimension, kind: 'any' | Pole, held: boolean, claimed: boolean): void {
  if (!held && !claimed) return;
  const at = place(dimension, kind) + (held && claimed ? 0 : claimed ? 1 : 2);
  tally[at] = (tally[at] as number) + 1;
}

function place(dimension: Dimension, kind: 'any' | Pole): number {
  return (DIMENSIONS.indexOf(dimension) * KINDS.length + KINDS.indexOf(kind)) * 3;
}

export interface Claims {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}
