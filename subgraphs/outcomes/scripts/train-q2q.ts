import { writeFileSync } from 'node:fs';
import type { FittedHead, HeadWeights, Q2QModel } from '../src/domain/q2q/q2q-model.ts';
import { calibrate } from './training/calibrate.ts';
import { crossFit } from './training/cross-fit.ts';
import { readCorpus } from './training/read-corpus.ts';
import { BUCKETS, trainHeads, vectorsOf } from './training/train-heads.ts';

/**
 * Trains the local Q2Q model from the corpus and writes model/q2q-local-1.json. The same corpus gives the same bytes.
 * The frozen test split is not read here.
 *
 *   npx tsx subgraphs/outcomes/scripts/train-q2q.ts
 */
const samples = readCorpus('train');
const vectors = vectorsOf(samples);
const readings = crossFit(samples, vectors);
const model: Q2QModel = {
  version: 'q2q-local-1',
  buckets: BUCKETS,
  dimensions: calibrate(samples, readings),
  heads: trainHeads(samples, vectors).map(encodeHead),
};
const file = new URL('../model/q2q-local-1.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(model)}\n`);
process.stdout.write(`${samples.length} texts -> ${file.pathname}\n${JSON.stringify(model.dimensions, null, 1)}\n`);

function encodeHead({ name, bias, weights }: FittedHead): HeadWeights {
  const largest = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const scale = Number((largest / 32767).toPrecision(6));
  const bytes = Buffer.alloc(weights.length * 2);
  weights.forEach((weight, i) => {
    bytes.writeInt16LE(Math.max(-32767, Math.min(32767, Math.round(weight / scale))), i * 2);
  });
  return { name, bias: Number(bias.toFixed(6)), scale, weights: bytes.toString('base64') };
}
