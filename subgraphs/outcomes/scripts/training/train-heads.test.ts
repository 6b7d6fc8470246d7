import { expect, test } from 'vitest';
import { readCorpus } from '../../src/model/read-corpus.ts';
import { encodeBag, encodeHead } from './encode-weights.ts';
import { trainBags, trainHeads, vectorsOf } from './train-heads.ts';

test('the same texts give the same weights, other texts give others', () => {
  const samples = readCorpus('train').filter((_, i) => i % 100 === 0);
  expect(weightsOf(samples)).toEqual(weightsOf(samples));
  expect(weightsOf(samples.slice(1))).not.toEqual(weightsOf(samples));
});

function weightsOf(samples: ReturnType<typeof readCorpus>) {
  const vectors = vectorsOf(samples);
  return { heads: trainHeads(samples, vectors).map(encodeHead), bags: trainBags(samples, vectors).map(encodeBag) };
}
