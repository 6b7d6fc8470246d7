import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadLocalModel } from '../../src/model/local-model.ts';
import { measureQuality } from './measure-quality.ts';
import { CORPUS_LANGUAGES, readCorpus } from './read-corpus.ts';

const accepted = JSON.parse(readFileSync(new URL('../../model/accepted.json', import.meta.url), 'utf8')) as Accepted;
const figures = measureQuality(loadLocalModel(), readCorpus('test'));

test('the committed model is the accepted one', () => {
  expect(loadLocalModel().version).toBe(accepted.modelVersion);
});

test.each(CORPUS_LANGUAGES)('figures on the frozen split in %s are not worse than accepted', (language) => {
  const floor = accepted.floors[language];
  const figure = figures[language];
  expect(figure.detectionF1).toBeGreaterThanOrEqual(floor.detectionF1);
  expect(figure.directedF1).toBeGreaterThanOrEqual(floor.directedF1);
  expect(figure.falseAlarmRate).toBeLessThanOrEqual(floor.falseAlarmRate);
  expect(figure.ece).toBeLessThanOrEqual(floor.ece);
});

test('no text of the frozen split, and nothing close to it, is in the training corpus', () => {
  const train = readCorpus('train').filter((sample) => sample.text.length > 25);
  const close = readCorpus('test').filter(
    (sample) => sample.text.length > 25 && train.some((other) => overlap(sample.text, other.text) > 0.8),
  );
  expect(close.map((sample) => sample.text)).toEqual([]);
});

/** Jaccard overlap of words. */
function overlap(a: string, b: string): number {
  const left = new Set(a.toLowerCase().match(/\p{L}+/gu));
  const right = new Set(b.toLowerCase().match(/\p{L}+/gu));
  const both = [...left].filter((word) => right.has(word)).length;
  return both / (left.size + right.size - both);
}

interface Accepted {
  readonly modelVersion: string;
  readonly floors: Readonly<
    Record<
      string,
      {
        readonly detectionF1: number;
        readonly directedF1: number;
        readonly falseAlarmRate: number;
        readonly ece: number;
      }
    >
  >;
}
