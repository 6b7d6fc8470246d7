import type { SparseVector } from '../../src/domain/q2q/text-features.ts';

/**
 * L2-regularised logistic regression by dual coordinate descent (Yu, Huang, Lin 2011, "Dual coordinate descent methods for
 * logistic regression and maximum entropy models"). Minimises |w|²/2 + Σ cost·log(1 + exp(-y·wx)); the order of the samples
 * is fixed, so the same corpus gives the same weights.
 */
export function fitLogistic(
  samples: readonly SparseVector[],
  positive: readonly boolean[],
  options: FitOptions,
): Fitted {
  const weights = new Float32Array(options.buckets);
  const problem = { samples, positive, options, weights, bias: 0 };
  const alpha = Float64Array.from(positive, (yes) => startOf(costOf(yes, options)));
  samples.forEach((sample, i) => {
    shift(problem, sample, signed(positive[i]) * (alpha[i] as number));
  });
  const order = fixedOrder(samples.length);
  const square = samples.map((sample) => 1 + sample.value.reduce((sum, v) => sum + v * v, 0));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const i of order) alpha[i] = step(problem, i, alpha[i] as number, square[i] as number);
  }
  return { weights, bias: problem.bias };
}

function step(problem: Problem, i: number, current: number, square: number): number {
  const sample = problem.samples[i] as SparseVector;
  const sign = signed(problem.positive[i]);
  const margin = sign * dot(problem, sample);
  const next = solveOne(costOf(problem.positive[i] === true, problem.options), current, square, margin);
  shift(problem, sample, sign * (next - current));
  return next;
}

/** Root of log(z / (cost - z)) + (z - current)·square + margin, by bisection: the function rises over all of (0, cost). */
function solveOne(cost: number, current: number, square: number, margin: number): number {
  let low = cost * 1e-9;
  let high = cost * (1 - 1e-9);
  for (let i = 0; i < 30; i += 1) {
    const middle = (low + high) / 2;
    if (Math.log(middle / (cost - middle)) + (middle - current) * square + margin > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

function dot({ weights, bias }: Problem, { index, value }: SparseVector): number {
  let sum = bias;
  for (let i = 0; i < index.length; i += 1) sum += (weights[index[i] as number] as number) * (value[i] as number);
  return sum;
}

function shift(problem: Problem, { index, value }: SparseVector, by: number): void {
  problem.bias += by;
  for (let i = 0; i < index.length; i += 1) {
    const bucket = index[i] as number;
    problem.weights[bucket] = (problem.weights[bucket] as number) + by * (value[i] as number);
  }
}

/** A fixed stride through the samples: neighbours in the corpus are alike, which slows the descent. */
function fixedOrder(length: number): number[] {
  let stride = Math.max(1, Math.floor(length * 0.618));
  while (length > 1 && greatestDivisor(stride, length) !== 1) stride += 1;
  return Array.from({ length }, (_, i) => (i * stride) % length);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function costOf(yes: boolean, options: FitOptions): number {
  return yes ? options.cost * options.positiveWeight : options.cost;
}

function startOf(cost: number): number {
  return Math.min(0.01 * cost, 1e-4);
}

function signed(yes: boolean | undefined): 1 | -1 {
  return yes ? 1 : -1;
}

export interface FitOptions {
  readonly buckets: number;
  /** Weight of the loss against the penalty. */
  readonly cost: number;
  /** How much more a positive sample's loss weighs; positives are few. */
  readonly positiveWeight: number;
  readonly rounds: number;
}

export interface Fitted {
  readonly weights: Float32Array;
  readonly bias: number;
}

interface Problem {
  readonly samples: readonly SparseVector[];
  readonly positive: readonly boolean[];
  readonly options: FitOptions;
  readonly weights: Float32Array;
  bias: number;
}
