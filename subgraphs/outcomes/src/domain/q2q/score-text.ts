import { createHash } from 'node:crypto';
import { detectLanguage } from './detect-language.ts';
import { detectTopics, type Topic } from './detect-topics.ts';
import { explainReading, type WordWeight } from './explain-reading.ts';
import { isEvidence, judgeReading, type Verdict } from './judge-reading.ts';
import { normaliseText } from './normalise-text.ts';
import {
  type DecodedModel,
  DIMENSIONS,
  type Dimension,
  decodeModel,
  type Heads,
  plattProbability,
  type Q2QModel,
} from './q2q-model.ts';
import { perDimension, readClauses, readEvidence } from './read-evidence.ts';
import { redactSnippet } from './redact-snippet.ts';
import { dissentOf } from './second-opinion.ts';
import type { Span } from './split-clauses.ts';

/**
 * A scorer over one trained model. Scoring is a pure function of text, hint and model: no clock, no network, no chance.
 * Offsets of the evidence are UTF-16 units in `normaliseText(text)`.
 * @param decoded the model's weights, where they are decoded already: scorers that differ in thresholds alone share them
 */
export function createScorer(model: Q2QModel, { heads, parts }: DecodedModel = decodeModel(model)): Scorer {
  return {
    modelVersion: model.version,
    thresholds: perDimension((dimension) => model.dimensions[dimension].threshold),
    score(text, hint) {
      const normal = normaliseText(text).slice(0, LONGEST);
      return {
        language: detectLanguage(normal, hint?.language),
        modelVersion: model.version,
        scores: scoreDimensions(model, heads, normal),
        topics: detectTopics(normal),
      };
    },
    probabilities: (text) => {
      const readings = readEvidence(heads, normaliseText(text).slice(0, LONGEST), model.buckets);
      return perDimension((dimension) =>
        plattProbability(model.dimensions[dimension].detection, readings[dimension].detection),
      );
    },
    dissent: (text, { dimension, evidence: { start, end } }) =>
      round(dissentOf(model, parts, normaliseText(text).slice(start, end), dimension)),
    explain: (snippet, dimension) => explainReading(heads, snippet, dimension, model.buckets),
  };
}

/** Most texts carry nothing, so clauses are read only once a dimension counts. */
function scoreDimensions(model: Q2QModel, heads: Heads, text: string): readonly ScoredDimension[] {
  const readings = readEvidence(heads, text, model.buckets);
  const found = DIMENSIONS.filter((dimension) => isEvidence(model.dimensions[dimension], readings[dimension]));
  if (found.length === 0) return [];
  const clauses = readClauses(heads, text, model.buckets);
  return found.map((dimension) =>
    shapeScore(dimension, judgeReading(model.dimensions[dimension], readings[dimension], clauses, dimension), text),
  );
}

function shapeScore(dimension: Dimension, verdict: Verdict, text: string): ScoredDimension {
  return {
    dimension,
    direction: verdict.direction,
    level: round(verdict.level),
    confidence: round(verdict.confidence),
    evidence: quotedEvidence(text, verdict.span ?? { start: 0, end: text.length }),
  };
}

/** The words of a normalised text that carry a score, fit to be kept. */
export function quotedEvidence(text: string, { start, end }: Span): ScoredDimension['evidence'] {
  const source = text.slice(start, end);
  return {
    ...{ start, end, snippet: redactSnippet(source) },
    sha256: createHash('sha256').update(source, 'utf8').digest('hex'),
  };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** Feedback is a paragraph at most; the cut keeps one pasted book from holding up the queue. UTF-16 units. */
const LONGEST = 20_000;

export type { Dimension } from './q2q-model.ts';
export type Direction = 'gain' | 'setback' | 'mixed';

export interface Scorer {
  /** What its scores are named by. */
  readonly modelVersion: string;
  /** Calibrated probability from which a text counts as evidence. */
  readonly thresholds: Readonly<Record<Dimension, number>>;
  score(text: string, hint?: { readonly language?: string }): ScoredText;
  /** Calibrated probability that the text is evidence, also for dimensions that it is not scored for. */
  probabilities(text: string): Readonly<Record<Dimension, number>>;
  /** How far the parts of the model are from each other on the evidence of a score of this text, 0 to 1. */
  dissent(text: string, score: ScoredDimension): number;
  /** The words of a snippet that weigh most for a dimension. */
  explain(snippet: string, dimension: Dimension): readonly WordWeight[];
}

export interface ScoredText {
  /** BCP 47, or `und` where the text does not tell. */
  readonly language: string;
  readonly modelVersion: string;
  /** Only what passes the model's thresholds, at most one per dimension. */
  readonly scores: readonly ScoredDimension[];
  readonly topics: readonly Topic[];
}

export interface ScoredDimension {
  readonly dimension: Dimension;
  readonly direction: Direction;
  /** 0 strong setback, 0.5 mixed, 1 strong gain. */
  readonly level: number;
  /** Calibrated probability that the text is evidence for the dimension. */
  readonly confidence: number;
  readonly evidence: {
    readonly start: number;
    readonly end: number;
    /** Redacted for reading. */
    readonly snippet: string;
    /** Hex, over the unredacted span in UTF-8. */
    readonly sha256: string;
  };
}
