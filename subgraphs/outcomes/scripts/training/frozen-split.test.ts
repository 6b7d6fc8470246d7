import { expect, test } from 'vitest';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { acceptedFigures, shortfalls } from '../../src/model/accepted-figures.ts';
import { judgeSample } from '../../src/model/judge-corpus.ts';
import { loadLocalModel, localScorer } from '../../src/model/local-model.ts';
import { readCorpus, type Sample } from '../../src/model/read-corpus.ts';

test('the committed model is the accepted one', () => {
  expect(loadLocalModel().version).toBe(acceptedFigures().modelVersion);
});

function shortfallsOf(version: string, split: 'test' | 'dev') {
  const scorer = localScorer(version);
  if (!scorer) throw new Error(`no model ${version}`);
  return shortfalls(evaluate(readCorpus(split).flatMap((sample) => judgeSample(scorer, sample))), split);
}

test.each(['test', 'dev'] as const)('on the %s split no figure is worse than accepted', (split) => {
  expect(shortfallsOf(acceptedFigures().modelVersion, split)).toEqual([]);
});

test('a weaker model falls below the accepted figures', () => {
  expect(shortfallsOf('q2q-local-3-linear', 'test')).toContainEqual(
    expect.stringMatching(/^en: detectionF1 .* is below 0.86$/),
  );
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
