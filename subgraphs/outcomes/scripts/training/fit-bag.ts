import type { BagOfEmbeddings } from '../../src/domain/q2q/bag-of-embeddings.ts';
import { HEAD_NAMES } from '../../src/domain/q2q/q2q-model.ts';
import type { SparseVector } from '../../src/domain/q2q/text-features.ts';
import { sequence } from '../../src/domain/seeded-random.ts';

/**
 * A small network over the same features as the linear heads: each feature has a short vector, their sum goes through tanh,
 * and all questions are read from that one layer, so that what is learnt for one (bad news, good news) serves the others.
 * Trained by AdaGrad with half of the features left out at each step; the random numbers start from the seed given.
 * @param targets per sample and head 1, 0, or null where the question does not arise
 */
export function fitBag(
  samples: readonly SparseVector[],
  targets: readonly (readonly Target[])[],
  buckets: number,
  seed: number,
): BagOfEmbeddings {
  const random = sequence(seed);
  const net = newNet(buckets, random);
  const order = samples.map((_, i) => i);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    const rate = RATE * (1 - round / ROUNDS);
    for (const i of order) learn(net, thinned(samples[i] as SparseVector, random), targets[i] ?? [], rate);
  }
  forgetUnseen(net, samples, buckets);
  return { width: WIDTH, embeddings: net.embeddings, out: net.out, bias: net.bias };
}

function learn(net: Net, { index, value }: SparseVector, targets: readonly Target[], rate: number): void {
  const { layer, back } = net;
  layer.fill(0);
  for (let k = 0; k < index.length; k += 1) addScaled(layer, net.embeddings, at(index, k) * WIDTH, at(value, k));
  for (let d = 0; d < WIDTH; d += 1) layer[d] = Math.tanh(at(layer, d));
  back.fill(0);
  targets.forEach((target, head) => {
    if (target !== null) learnHead(net, head, target, rate);
  });
  let size = 0;
  for (let d = 0; d < WIDTH; d += 1) {
    back[d] = at(back, d) * (1 - at(layer, d) ** 2);
    size += at(back, d) ** 2;
  }
  for (let k = 0; k < index.length; k += 1) {
    const [bucket, v] = [at(index, k), at(value, k)];
    net.embeddingSums[bucket] = at(net.embeddingSums, bucket) + (size / WIDTH) * v * v;
    addScaled(net.embeddings, back, 0, (-rate * v) / Math.sqrt(at(net.embeddingSums, bucket)), bucket * WIDTH);
  }
}

function learnHead(
  { layer, back, out, bias, outSums, biasSums }: Net,
  head: number,
  target: number,
  rate: number,
): void {
  let logit = at(bias, head);
  for (let d = 0; d < WIDTH; d += 1) logit += at(out, head * WIDTH + d) * at(layer, d);
  const error = 1 / (1 + Math.exp(-logit)) - target;
  biasSums[head] = at(biasSums, head) + error * error;
  bias[head] = at(bias, head) - (rate * error) / Math.sqrt(at(biasSums, head));
  for (let d = 0; d < WIDTH; d += 1) {
    const p = head * WIDTH + d;
    const slope = error * at(layer, d);
    back[d] = at(back, d) + error * at(out, p);
    outSums[p] = at(outSums, p) + slope * slope;
    out[p] = at(out, p) - (rate * slope) / Math.sqrt(at(outSums, p));
  }
}

/** to[toStart..] += scale * from[fromStart..], over one embedding. */
function addScaled(to: Float32Array, from: Float32Array, fromStart: number, scale: number, toStart = 0): void {
  for (let d = 0; d < WIDTH; d += 1) to[toStart + d] = at(to, toStart + d) + scale * at(from, fromStart + d);
}

/** A text without some of its features must still be understood; the rest speak louder in their stead. */
function thinned({ index, value }: SparseVector, random: () => number): SparseVector {
  const kept = Array.from(index.keys()).filter(() => random() >= LEFT_OUT);
  return {
    index: Uint32Array.from(kept, (k) => at(index, k)),
    value: Float32Array.from(kept, (k) => at(value, k) / (1 - LEFT_OUT)),
  };
}

/** A feature that training never met says nothing; its first, random vector would be noise. */
function forgetUnseen(net: Net, samples: readonly SparseVector[], buckets: number): void {
  const seen = new Uint8Array(buckets);
  for (const { index } of samples) for (const bucket of index) seen[bucket] = 1;
  for (let bucket = 0; bucket < buckets; bucket += 1)
    if (seen[bucket] === 0) net.embeddings.fill(0, bucket * WIDTH, (bucket + 1) * WIDTH);
}

function newNet(buckets: number, random: () => number): Net {
  return {
    embeddings: Float32Array.from({ length: buckets * WIDTH }, () => (random() - 0.5) * 0.2),
    out: Float32Array.from({ length: HEAD_NAMES.length * WIDTH }, () => (random() - 0.5) * 0.4),
    bias: new Float32Array(HEAD_NAMES.length).fill(-2),
    embeddingSums: new Float32Array(buckets).fill(FIRST_SUM),
    outSums: new Float32Array(HEAD_NAMES.length * WIDTH).fill(FIRST_SUM),
    biasSums: new Float32Array(HEAD_NAMES.length).fill(FIRST_SUM),
    layer: new Float32Array(WIDTH),
    back: new Float32Array(WIDTH),
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}

function at(array: Float32Array | Uint32Array, i: number): number {
  return array[i] as number;
}

const WIDTH = 24;
const ROUNDS = 16;
const RATE = 0.1;
/** On voices held out, a point of F1 better than a third in Ukrainian and Norwegian, and the same in English. */
const LEFT_OUT = 0.5;
/** Keeps the first AdaGrad steps finite. */
const FIRST_SUM = 1e-3;

export type Target = 1 | 0 | null;

interface Net {
  readonly embeddings: Float32Array;
  readonly out: Float32Array;
  readonly bias: Float32Array;
  readonly embeddingSums: Float32Array;
  readonly outSums: Float32Array;
  readonly biasSums: Float32Array;
  /** Scratch: the layer of the sample at hand, and the slope of the loss there. */
  readonly layer: Float32Array;
  readonly back: Float32Array;
}
