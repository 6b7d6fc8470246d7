import {
  DIMENSIONS,
  type Dimension,
  decodeHeads,
  plattProbability,
  type Q2QModel,
} from '../../src/domain/q2q/q2q-model.ts';
import { readEvidence } from '../../src/domain/q2q/read-evidence.ts';
import { createScorer, type ScoredDimension } from '../../src/domain/q2q/score-text.ts';
import { CORPUS_LANGUAGES, type CorpusLanguage, type Label, type Sample } from './read-corpus.ts';

/** Figures per language; shares 0..1. F1 is macro over the four dimensions. */
export function measureQuality(model: Q2QModel, samples: readonly Sample[]): Record<CorpusLanguage, Quality> {
  const scorer = createScorer(model);
  const entries = CORPUS_LANGUAGES.map((language) => {
    const rows = samples
      .filter((sample) => sample.language === language)
      .map((sample) => ({ sample, scores: scorer.score(sample.text, { language }).scores }));
    return [language, qualityOf(model, rows)] as const;
  });
  return Object.fromEntries(entries) as Record<CorpusLanguage, Quality>;
}

function qualityOf(model: Q2QModel, rows: readonly Row[]): Quality {
  const detected = DIMENSIONS.map((d) =>
    f1(
      rows,
      (row) => present(row.sample, d),
      (row) => found(row.scores, d),
    ),
  );
  const directed = DIMENSIONS.map((d) =>
    f1(
      rows,
      (row) => polesOf(row.sample, d),
      (row) => claimedPoles(row.scores, d),
    ),
  );
  const silent = rows.filter((row) => row.sample.labels.size === 0);
  return {
    texts: rows.length,
    detectionF1: rounded(mean(detected)),
    directedF1: rounded(mean(directed)),
    falseAlarmRate: rounded(silent.filter((row) => row.scores.length > 0).length / silent.length),
    ece: rounded(calibrationError(model, rows)),
    perDimension: Object.fromEntries(
      DIMENSIONS.map((d, i) => [d, { detectionF1: rounded(detected[i] ?? 0), directedF1: rounded(directed[i] ?? 0) }]),
    ),
  };
}

/** F1 over sets: what a text holds against what is claimed of it. */
function f1(
  rows: readonly Row[],
  held: (row: Row) => readonly string[],
  claimed: (row: Row) => readonly string[],
): number {
  let [hits, total] = [0, 0];
  for (const row of rows) {
    const truth = held(row);
    const claims = claimed(row);
    hits += claims.filter((claim) => truth.includes(claim)).length;
    total += truth.length + claims.length;
  }
  return total === 0 ? 0 : (2 * hits) / total;
}

/** Expected calibration error over every pair of text and dimension, ten bins of equal width. */
function calibrationError(model: Q2QModel, rows: readonly Row[]): number {
  const heads = decodeHeads(model);
  const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { sample } of rows) {
    const readings = readEvidence(heads, sample.text, model.buckets);
    for (const dimension of DIMENSIONS) {
      const confidence = plattProbability(model.dimensions[dimension].detection, readings[dimension].detection);
      const bin = bins[Math.min(9, Math.floor(confidence * 10))];
      if (!bin) continue;
      bin.count += 1;
      bin.confidence += confidence;
      bin.right += present(sample, dimension).length;
    }
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / (rows.length * DIMENSIONS.length);
}

function present(sample: Sample, dimension: Dimension): readonly string[] {
  return polesOf(sample, dimension).length > 0 ? [dimension] : [];
}

function found(scores: readonly ScoredDimension[], dimension: Dimension): readonly string[] {
  return scores.some((score) => score.dimension === dimension) ? [dimension] : [];
}

function polesOf(sample: Sample, dimension: Dimension): readonly Label[] {
  return ([`${dimension}:gain`, `${dimension}:setback`] as const).filter((label) => sample.labels.has(label));
}

function claimedPoles(scores: readonly ScoredDimension[], dimension: Dimension): readonly string[] {
  const direction = scores.find((score) => score.dimension === dimension)?.direction;
  if (!direction) return [];
  return direction === 'mixed' ? [`${dimension}:gain`, `${dimension}:setback`] : [`${dimension}:${direction}`];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export interface Quality {
  readonly texts: number;
  /** Is the dimension found. */
  readonly detectionF1: number;
  /** Is it found with the right direction; a mixed text holds both. */
  readonly directedF1: number;
  /** Texts without any label that still got a score. */
  readonly falseAlarmRate: number;
  readonly ece: number;
  readonly perDimension: Readonly<Record<string, { readonly detectionF1: number; readonly directedF1: number }>>;
}

interface Row {
  readonly sample: Sample;
  readonly scores: readonly ScoredDimension[];
}
