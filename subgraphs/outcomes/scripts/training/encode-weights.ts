import type { BagOfEmbeddings, BagWeights } from '../../src/domain/q2q/bag-of-embeddings.ts';
import type { FittedHead, HeadWeights } from '../../src/domain/q2q/q2q-model.ts';

/** Weights as int16 steps of the head's own scale, with no effect on the figures. */
export function encodeHead({ name, bias, weights }: FittedHead): HeadWeights {
  const largest = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const scale = Number((largest / 32767).toPrecision(6));
  const bytes = Buffer.alloc(weights.length * 2);
  weights.forEach((weight, i) => {
    bytes.writeInt16LE(Math.max(-32767, Math.min(32767, Math.round(weight / scale))), i * 2);
  });
  return { name, bias: Number(bias.toFixed(6)), scale, weights: bytes.toString('base64') };
}

/** Embeddings as int8 steps of one scale: a quarter of the size. */
export function encodeBag({ width, embeddings, out, bias }: BagOfEmbeddings): BagWeights {
  const largest = embeddings.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const scale = Number((largest / 127).toPrecision(6));
  const bytes = Buffer.from(
    Int8Array.from(embeddings, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))).buffer,
  );
  return {
    width,
    scale,
    embeddings: bytes.toString('base64'),
    out: Array.from(out, (weight) => Number(weight.toFixed(5))),
    bias: Array.from(bias, (weight) => Number(weight.toFixed(5))),
  };
}
