import { writeFileSync } from 'node:fs';
import type { Q2QModel } from '../src/domain/q2q/q2q-model.ts';
import { readCorpus } from '../src/model/read-corpus.ts';
import { calibrate } from './training/calibrate.ts';
import { crossFit } from './training/cross-fit.ts';
import { encodeBag, encodeHead } from './training/encode-weights.ts';
import { BUCKETS, trainBags, trainHeads, vectorsOf } from './training/train-heads.ts';

/**
 * Trains the local Q2Q model from the corpus and writes model/q2q-local-3.json. The same corpus gives the same bytes.
 * The frozen test split is not read here.
 *
 *   npx tsx subgraphs/outcomes/scripts/train-q2q.ts
 */
const samples = readCorpus('train');
const vectors = vectorsOf(samples);
const readings = crossFit(samples, vectors);
const model: Q2QModel = {
  version: 'q2q-local-3',
  buckets: BUCKETS,
  dimensions: calibrate(samples, readings),
  heads: trainHeads(samples, vectors).map(encodeHead),
  bags: trainBags(samples, vectors).map(encodeBag),
};
const file = new URL('../model/q2q-local-3.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(model)}\n`);
process.stdout.write(`${samples.length} texts -> ${file.pathname}\n${JSON.stringify(model.dimensions, null, 1)}\n`);
