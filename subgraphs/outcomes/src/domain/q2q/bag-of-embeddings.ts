import type { SparseVector } from './text-features.ts';

/** Log-odds per head, in the order of the heads: tanh over the sum of the features' vectors, then one row of `out` each. */
export function readBag(
  { width, embeddings, out, bias }: BagOfEmbeddings,
  { index, value }: SparseVector,
): Float32Array {
  const layer = new Float32Array(width);
  for (let k = 0; k < index.length; k += 1) {
    const from = (index[k] as number) * width;
    const scale = value[k] as number;
    for (let d = 0; d < width; d += 1) layer[d] = (layer[d] as number) + scale * (embeddings[from + d] as number);
  }
  for (let d = 0; d < width; d += 1) layer[d] = Math.tanh(layer[d] as number);
  return bias.map((start, head) => {
    let logit = start;
    for (let d = 0; d < width; d += 1) logit += (out[head * width + d] as number) * (layer[d] as number);
    return logit;
  });
}

/** @throws RangeError where the weights do not fill the hash space */
export function decodeBag(weights: BagWeights, buckets: number): BagOfEmbeddings {
  const { width, scale, out, bias } = weights;
  const bytes = Buffer.from(weights.embeddings, 'base64');
  if (bytes.length !== buckets * width)
    throw new RangeError(`the bag holds ${bytes.length} weights, not ${buckets} times ${width}`);
  return {
    width,
    embeddings: scaled(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), scale),
    out: Float32Array.from(out),
    bias: Float32Array.from(bias),
  };
}

/** A loop, because `Float32Array.from` with a function walks an iterator, and there are millions. */
function scaled(steps: Int8Array, scale: number): Float32Array {
  const numbers = new Float32Array(steps.length);
  for (let i = 0; i < steps.length; i += 1) numbers[i] = (steps[i] as number) * scale;
  return numbers;
}

export interface BagOfEmbeddings {
  readonly width: number;
  /** One row of `width` numbers per bucket. */
  readonly embeddings: Float32Array;
  /** One row of `width` numbers per head. */
  readonly out: Float32Array;
  readonly bias: Float32Array;
}

/** As it lies in the model's file. */
export interface BagWeights {
  readonly width: number;
  readonly scale: number;
  /** base64 of int8 steps of `scale`, one row per bucket. */
  readonly embeddings: string;
  readonly out: readonly number[];
  readonly bias: readonly number[];
}
