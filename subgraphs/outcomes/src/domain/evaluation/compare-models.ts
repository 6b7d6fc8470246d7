import { bootstrapIntervals } from './bootstrap.ts';
import { sumOf, textsOf } from './evaluate.ts';
import type { Judgement } from './judgement.ts';
import { mcnemar } from './mcnemar.ts';
import { macro } from './quality-measures.ts';
import { tallyOf } from './tally.ts';

/**
 * Two models on the texts that both answered and whose true answers are the same for both. A text is right when everything said of it
 * is. The difference is that of macro F1 with direction, candidate less baseline, with a paired bootstrap interval.
 */
export function compareModels(baseline: readonly Judgement[], candidate: readonly Judgement[]): Comparison {
  const others = new Map(textsOf(candidate).map((text) => [unitOf(text), text]));
  const pairs = textsOf(baseline).flatMap((text) => {
    const other = others.get(unitOf(text));
    return other && truthOf(text) === truthOf(other) ? [[text, other] as const] : [];
  });
  const right = pairs.map(([one, other]) => [one.every(isRight), other.every(isRight)] as const);
  const onlyBaseline = right.filter(([one, other]) => one && !other).length;
  const onlyCandidate = right.filter(([one, other]) => other && !one).length;
  const { exact: pValue, midP } = mcnemar(onlyBaseline, onlyCandidate);
  return { texts: pairs.length, onlyBaseline, onlyCandidate, pValue, midP, difference: differenceOf(pairs) };
}

function differenceOf(
  pairs: readonly (readonly [readonly Judgement[], readonly Judgement[]])[],
): Comparison['difference'] {
  const [before, after] = [pairs.map(([one]) => tallyOf(one)), pairs.map(([, other]) => tallyOf(other))];
  const measure = (drawn: Iterable<number>): number | null => {
    const places = [...drawn];
    const [one, other] = [before, after].map((tallies) => macro(sumOf(tallies, places), ['gain', 'setback']));
    return one == null || other == null ? null : other - one;
  };
  const value = measure(pairs.keys());
  const [low, high] = bootstrapIntervals(pairs.length, (drawn) => [measure(drawn)])[0] ?? [];
  return value === null || low === undefined || high === undefined ? null : { value, low, high };
}

function unitOf([first]: readonly Judgement[]): string {
  return first?.unit ?? '';
}

function truthOf(text: readonly Judgement[]): string {
  return text.map(({ dimension, truth }) => `${dimension}:${truth}`).join();
}

function isRight({ truth, claimed }: Judgement): boolean {
  return truth === claimed;
}

export interface Comparison {
  /** That both answered. */
  readonly texts: number;
  /** Texts that one of the two got wholly right and the other did not. */
  readonly onlyBaseline: number;
  readonly onlyCandidate: number;
  /** Exact two-sided McNemar test over these. */
  readonly pValue: number;
  /** The same with the outcome itself counted half. */
  readonly midP: number;
  /** Of macro F1 with direction, candidate less baseline; null where it cannot be measured. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null;
}
