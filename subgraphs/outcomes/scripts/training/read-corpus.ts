import { readFileSync } from 'node:fs';
import { normaliseText } from '../../src/domain/q2q/normalise-text.ts';
import { DIMENSIONS, type Dimension, type Pole } from '../../src/domain/q2q/q2q-model.ts';

/** Labelled texts of one split over the three languages, in the order of the files; throws on a line that is no sample. */
export function readCorpus(split: 'train' | 'test'): readonly Sample[] {
  return CORPUS_LANGUAGES.flatMap((language) => {
    const file = new URL(`../../corpus/${language}${split === 'test' ? '.test' : ''}.jsonl`, import.meta.url);
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line, at) => parseSample(line, language, at / lines.length));
  });
}

function parseSample(line: string, language: CorpusLanguage, place: number): Sample {
  const raw: unknown = JSON.parse(line);
  if (!isRawSample(raw)) throw new TypeError(`not a labelled text: ${line}`);
  return {
    text: normaliseText(raw.text),
    labels: new Set(raw.labels.map((l) => `${l.dimension}:${l.direction}` as const)),
    language,
    place,
  };
}

function isRawSample(raw: unknown): raw is RawSample {
  const sample = raw as Partial<RawSample> | null;
  return typeof sample?.text === 'string' && Array.isArray(sample.labels) && sample.labels.every(isLabel);
}

function isLabel(label: Partial<RawLabel>): boolean {
  return DIMENSIONS.some((d) => d === label.dimension) && (label.direction === 'gain' || label.direction === 'setback');
}

export const CORPUS_LANGUAGES = ['en', 'uk', 'no'] as const;
export type CorpusLanguage = (typeof CORPUS_LANGUAGES)[number];
export type Label = `${Dimension}:${Pole}`;

export interface Sample {
  readonly text: string;
  readonly labels: ReadonlySet<Label>;
  readonly language: CorpusLanguage;
  /** Where in its file the sample stands, 0 ≤ place < 1. */
  readonly place: number;
}

interface RawLabel {
  readonly dimension: Dimension;
  readonly direction: Pole;
}

interface RawSample {
  readonly text: string;
  readonly labels: readonly RawLabel[];
}
