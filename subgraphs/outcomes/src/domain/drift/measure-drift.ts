import { jensenShannonDivergence, populationStability } from './divergence.ts';

/**
 * How far the counts of one window are from those of another, bin by bin. Small samples differ by chance alone: what is within it is
 * `TOO_FEW` where chance alone could reach the alert, and stable otherwise.
 * @param alertAt the index from which on it counts as drift
 */
export function measureDrift(bins: readonly CountedBin[], alertAt: number): Drift {
  const reference = smoothed(bins.map((bin) => bin.reference));
  const current = smoothed(bins.map((bin) => bin.current));
  const psi = populationStability(reference.shares, current.shares);
  const chance = reachedByChance(bins.length, reference.count, current.count);
  return {
    psi,
    divergence: jensenShannonDivergence(reference.shares, current.shares),
    verdict: psi > Math.max(alertAt, chance) ? 'DRIFTED' : chance > alertAt ? 'TOO_FEW' : 'STABLE',
    referenceCount: reference.count,
    currentCount: current.count,
    bins: bins.map(({ name }, at) => ({
      ...{ name, reference: shareOf(bins[at]?.reference, reference.count) },
      current: shareOf(bins[at]?.current, current.count),
    })),
  };
}

/** Half a count more in every bin, since an empty bin would make the index infinite (Jeffreys). */
function smoothed(counts: readonly number[]): { readonly shares: readonly number[]; readonly count: number } {
  const count = counts.reduce((sum, one) => sum + one, 0);
  return { shares: counts.map((one) => (one + 0.5) / (count + 0.5 * counts.length)), count };
}

/**
 * The index that two samples of the same distribution exceed once in a thousand times. It is about (1/n + 1/m) times a chi-square of one
 * degree of freedom less than there are bins (Yurdakul and Naranjo, 2020), whose quantile is that of Wilson and Hilferty.
 */
function reachedByChance(bins: number, n: number, m: number): number {
  if (bins < 2 || n === 0 || m === 0) return Number.POSITIVE_INFINITY;
  const freedom = bins - 1;
  const quantile = freedom * (1 - 2 / (9 * freedom) + 3.0902 * Math.sqrt(2 / (9 * freedom))) ** 3;
  return (1 / n + 1 / m) * quantile;
}

function shareOf(count: number | undefined, of: number): number {
  return of === 0 ? 0 : Math.round(((count ?? 0) / of) * 1e4) / 1e4;
}

export interface CountedBin {
  readonly name: string;
  readonly reference: number;
  readonly current: number;
}

export interface Drift {
  readonly psi: number;
  /** Jensen-Shannon, base 2. */
  readonly divergence: number;
  readonly verdict: 'STABLE' | 'DRIFTED' | 'TOO_FEW';
  readonly referenceCount: number;
  readonly currentCount: number;
  /** As they were counted, 0 to 1. */
  readonly bins: readonly DriftBin[];
}

export interface DriftBin {
  readonly name: string;
  readonly reference: number;
  readonly current: number;
}
