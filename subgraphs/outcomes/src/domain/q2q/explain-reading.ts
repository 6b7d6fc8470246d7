import type { Dimension, Heads } from './q2q-model.ts';
import { readPiece } from './read-evidence.ts';

/**
 * The words without which the model would have been least sure that the text is evidence for the dimension, the weightiest first.
 * Every word is left out once and the text read again: what a linear head and networks see together has no weights to show.
 * @returns at most five words with the log-odds that each brings, those that bring something
 */
export function explainReading(
  heads: Heads,
  text: string,
  dimension: Dimension,
  buckets: number,
): readonly WordWeight[] {
  const words = text.split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
  const whole = readPiece(heads, words.join(' '), buckets)[dimension].detection;
  return words
    .map((word, left) => {
      const rest = words.filter((_, at) => at !== left).join(' ');
      return { word, weight: whole - readPiece(heads, rest, buckets)[dimension].detection };
    })
    .filter(({ word, weight }) => weight > 0 && /\p{L}/u.test(word))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_SHOWN)
    .map(({ word, weight }) => ({
      word: word.replace(/^[^\p{L}[]+|[^\p{L}\]]+$/gu, ''),
      weight: Math.round(weight * 1000) / 1000,
    }));
}

/** A snippet is a sentence or a clause; the cut bounds what one question costs. */
const MOST_WORDS = 60;
const MOST_SHOWN = 5;

export interface WordWeight {
  readonly word: string;
  readonly weight: number;
}
