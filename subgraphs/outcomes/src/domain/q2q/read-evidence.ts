import { DIMENSIONS, type Dimension, type Heads } from './q2q-model.ts';
import { type Span, splitClauses, splitSentences } from './split-clauses.ts';
import { textFeatures } from './text-features.ts';

/**
 * What the heads see in a text, before calibration: per dimension the log-odds that the text bears on it, and of gain
 * against setback. A long text is also read sentence by sentence and the loudest sentence counts, since one line of
 * evidence among logistics is still evidence.
 */
export function readEvidence(heads: Heads, text: string, buckets: number): Record<Dimension, Reading> {
  const sentences = splitSentences(text);
  const whole = readPiece(heads, text, buckets);
  if (sentences.length < 2) return whole;
  const pieces = sentences.map((span) => readPiece(heads, text.slice(span.start, span.end), buckets));
  return perDimension((dimension) =>
    pieces.reduce(
      (loudest, piece) => (piece[dimension].detection > loudest.detection ? piece[dimension] : loudest),
      whole[dimension],
    ),
  );
}

/** The same per clause, for choosing the evidence and seeing whether two clauses pull apart. */
export function readClauses(heads: Heads, text: string, buckets: number): readonly ClauseReading[] {
  return splitClauses(text).map((span) => ({
    span,
    reading: readPiece(heads, text.slice(span.start, span.end), buckets),
  }));
}

/** One stretch of text as a whole. */
export function readPiece(heads: Heads, piece: string, buckets: number): Record<Dimension, Reading> {
  const logits = heads(textFeatures(piece, buckets));
  return perDimension((dimension) => {
    const gain = logits[`${dimension}:gain`];
    const setback = logits[`${dimension}:setback`];
    return {
      detection: (logits[`${dimension}:any`] + Math.max(gain, setback)) / 2,
      direction: (gain - setback) / 2 + logits.tone,
    };
  });
}

export function perDimension<T>(make: (dimension: Dimension) => T): Record<Dimension, T> {
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, make(dimension)])) as Record<Dimension, T>;
}

export interface Reading {
  readonly detection: number;
  readonly direction: number;
}

export interface ClauseReading {
  readonly span: Span;
  readonly reading: Record<Dimension, Reading>;
}
