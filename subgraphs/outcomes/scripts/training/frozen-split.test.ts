import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLocalModel } from '../../src/model/local-model.ts';
import { measureQuality } from './measure-quality.ts';
import { CORPUS_LANGUAGES, type CorpusLanguage, readCorpus, type Sample } from './read-corpus.ts';

const SPLITS = ['test', 'dev'] as const;
const accepted = JSON.parse(readFileSync(new URL('../../model/accepted.json', import.meta.url), 'utf8')) as Accepted;

test('the committed model is the accepted one', () => {
  expect(loadLocalModel().version).toBe(accepted.modelVersion);
});

describe.each(SPLITS.map((split) => [split, accepted.floors[split]] as const))('on the %s split', (split, floors) => {
  const figures = measureQuality(loadLocalModel(), readCorpus(split));

  test.each(CORPUS_LANGUAGES)('figures in %s are not worse than accepted', (language) => {
    const floor = floors[language];
    const figure = figures[language];
    expect(figure.detectionF1).toBeGreaterThanOrEqual(floor.detectionF1);
    expect(figure.directedF1).toBeGreaterThanOrEqual(floor.directedF1);
    expect(figure.falseAlarmRate).toBeLessThanOrEqual(floor.falseAlarmRate);
    expect(figure.ece).toBeLessThanOrEqual(floor.ece);
  });
});

test.each(['test', 'dev', 'blind'] as const)(
  'no text of the %s split, and nothing close to it, is in the training corpus',
  (split) => {
    const train = readCorpus('train')
      .filter(isLong)
      .map((sample) => wordsOf(sample.text));
    const close = readCorpus(split).filter((sample) => {
      const words = wordsOf(sample.text);
      return isLong(sample) && train.some((other) => overlap(words, other) > 0.8);
    });
    expect(close.map((sample) => sample.text)).toEqual([]);
  },
);

/** "ok" and "see you Thursday" are alike wherever they stand. */
function isLong(sample: Sample): boolean {
  return sample.text.length > 25;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}+/gu));
}

/** Jaccard overlap of words. */
function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let both = 0;
  for (const word of left) if (right.has(word)) both += 1;
  return both / (left.size + right.size - both);
}

interface Accepted {
  readonly modelVersion: string;
  readonly floors: Readonly<Record<'test' | 'dev' | 'blind', Readonly<Record<CorpusLanguage, Floor>>>>;
}

interface Floor {
  readonly detectionF1: number;
  readonly directedF1: number;
  readonly falseAlarmRate: number;
  readonly ece: number;
}
