/**
 * Population stability index of two distributions over the same bins: sum of (p - q) ln(p / q). 0 where they are alike; no share may be 0.
 * Siddiqi, Credit Risk Scorecards (2006).
 */
export function populationStability(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, share, at) => sum + (share - (q[at] as number)) * Math.log(share / (q[at] as number)), 0);
}

/** Jensen-Shannon divergence to base 2: 0 where the distributions are alike, 1 where they share no bin. Its root is the distance. */
export function jensenShannonDivergence(p: readonly number[], q: readonly number[]): number {
  const middle = p.map((share, at) => (share + (q[at] as number)) / 2);
  return (kullbackLeibler(p, middle) + kullbackLeibler(q, middle)) / 2;
}

function kullbackLeibler(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, share, at) => (share === 0 ? sum : sum + share * Math.log2(share / (q[at] as number))), 0);
}
