import { readFileSync } from 'node:fs';
import { normaliseText } from '../domain/q2q/normalise-text.ts';
import { DIMENSIONS, type Dimension, type Pole } from '../domain/q2q/q2q-model.ts';

/** Labelled texts of one split over the three languages, in the order of the files; throws on a line that is no sample. */
export function readCorpus(split: Split): readonly Sample[] {
  return CORPUS_LANGUAGES.flatMap((language) => {
    const file = new URL(`../../corpus/${language}${split === 'train' ? '' : `.${split}`}.jsonl`, import.meta.url);
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    const unvoiced = lines.filter((line) => !line.includes('"voice":')).length;
    return lines.map((line, at) => parseSample(line, language, at / unvoiced));
  });
}

function parseSample(line: string, language: CorpusLanguage, place: number): Sample {
  const raw: unknown = JSON.parse(line);
  if (!isRawSample(raw)) throw new TypeError(`not a labelled text: ${line}`);
  return {
    text: normaliseText(raw.text),
    labels: new Set(raw.labels.map((l) => `${l.dimension}:${l.direction}` as const)),
    language,
    voice: raw.voice ?? `stretch-${Math.floor(place * STRETCHES)}`,
  };
}

/**
 * The first part of the corpus names no voices. Its neighbouring lines are wordings of one situation, and the same situation
 * stands at a like place in the other languages, so equal stretches of the three files serve as voices there.
 */
const STRETCHES = 12;

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
  /** Who speaks, in which manner: what one voice says is held out together in cross-validation. */
  readonly voice: string;
}

interface RawLabel {
  readonly dimension: Dimension;
  readonly direction: Pole;
}

/** `test` is frozen; `dev` may be looked at while a model is improved; `blind` is measured once, when a model is done. */
export type Split = 'train' | 'test' | 'dev' | 'blind';

interface RawSample {
  readonly text: string;
  readonly labels: readonly RawLabel[];
  readonly voice?: string;
}
