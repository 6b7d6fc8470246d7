import { type BagOfEmbeddings, type BagWeights, decodeBag, readBag } from './bag-of-embeddings.ts';
import type { SparseVector } from './text-features.ts';

/**
 * The trained model as it lies in its file. Each question is answered by a linear head (weights as int16 steps of its
 * scale) and by every bag of embeddings, and their log-odds are averaged. `dimensions` turns them into calibrated
 * probabilities (Platt) and says from where they count.
 */
export interface Q2QModel {
  readonly version: string;
  /** Size of the hash space of `textFeatures`, a power of two. */
  readonly buckets: number;
  readonly heads: readonly HeadWeights[];
  readonly bags: readonly BagWeights[];
  readonly dimensions: Readonly<Record<Dimension, DimensionRule>>;
}

export interface HeadWeights {
  readonly name: HeadName;
  readonly bias: number;
  readonly scale: number;
  /** base64 of little-endian int16, one per bucket. */
  readonly weights: string;
}

export interface DimensionRule {
  /** Log-odds of "bears on the dimension" -> probability. */
  readonly detection: PlattCurve;
  /** Log-odds of gain against setback -> probability of gain, which is the level. */
  readonly direction: PlattCurve;
  /** Calibrated probability from which a text counts as evidence. */
  readonly threshold: number;
}

/** probability = 1 / (1 + exp(-(slope * logit + offset))) */
export interface PlattCurve {
  readonly slope: number;
  readonly offset: number;
}

export function plattProbability(curve: PlattCurve, logit: number): number {
  return 1 / (1 + Math.exp(-(curve.slope * logit + curve.offset)));
}

/** Log-odds per head for one piece of text. */
export type Heads = (vector: SparseVector) => Readonly<Record<HeadName, number>>;

/**
 * The whole model, and beside it each part that it averages: the linear heads, and every bag of embeddings. Decodes the weights once;
 * throws a RangeError on a file whose weights do not fill the hash space.
 */
export function decodeModel(model: Q2QModel): DecodedModel {
  const linear = model.heads.map((head) => {
    return { name: head.name, bias: head.bias, weights: decodeWeights(head, model.buckets) };
  });
  const bags = model.bags.map((bag) => decodeBag(bag, model.buckets));
  return { heads: averagedHeads(linear, bags), parts: [averagedHeads(linear, []), ...bags.map(bagAlone)] };
}

export interface DecodedModel {
  readonly heads: Heads;
  readonly parts: readonly Heads[];
}

function bagAlone(bag: BagOfEmbeddings): Heads {
  return (vector) => {
    const logits = readBag(bag, vector);
    return Object.fromEntries(HEAD_NAMES.map((name, i) => [name, logits[i] as number])) as Record<HeadName, number>;
  };
}

/** @param linear one head for each of HEAD_NAMES, in that order */
export function averagedHeads(linear: readonly FittedHead[], bags: readonly BagOfEmbeddings[]): Heads {
  return (vector) => {
    const others = bags.map((bag) => readBag(bag, vector));
    const logits: Partial<Record<HeadName, number>> = {};
    linear.forEach((head, i) => {
      let sum = head.bias + weightedSum(head.weights, vector);
      for (const other of others) sum += other[i] as number;
      logits[head.name] = sum / (others.length + 1);
    });
    return logits as Record<HeadName, number>;
  };
}

function weightedSum(weights: Float32Array, { index, value }: SparseVector): number {
  let sum = 0;
  for (let i = 0; i < index.length; i += 1) sum += (weights[index[i] as number] as number) * (value[i] as number);
  return sum;
}

function decodeWeights(head: HeadWeights, buckets: number): Float32Array {
  const bytes = Buffer.from(head.weights, 'base64');
  if (bytes.length !== buckets * 2)
    throw new RangeError(`head ${head.name} holds ${bytes.length / 2} weights, not ${buckets}`);
  const weights = new Float32Array(buckets);
  for (let i = 0; i < buckets; i += 1) weights[i] = bytes.readInt16LE(i * 2) * head.scale;
  return weights;
}

export interface FittedHead {
  readonly name: HeadName;
  readonly bias: number;
  readonly weights: Float32Array;
}

export const DIMENSIONS = ['confidence', 'belonging', 'lang_level_proxy', 'job_readiness'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Pole = 'gain' | 'setback';

/** `:any` whether a text bears on a dimension at all, `:gain` and `:setback` in which direction; `tone` good against bad over all of them. */
export type HeadName = `${Dimension}:${Pole | 'any'}` | 'tone';
export const HEAD_NAMES: readonly HeadName[] = [
  ...DIMENSIONS.flatMap((dimension) => [`${dimension}:any`, `${dimension}:gain`, `${dimension}:setback`] as const),
  'tone',
];
