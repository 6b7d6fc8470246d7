/**
 * Two-sided McNemar test: under the null hypothesis each text that only one of two models got right is a toss of a fair coin.
 * `exact` adds up all outcomes as unlikely as the one that came, P = 2 sum C(n, i) / 2^n for i up to the lesser count, at most 1. `midP` counts the outcome
 * itself half: P - C(n, k) / 2^n, and 1 - C(n, k) / 2^(n + 1) where both counts are alike; it errs less on the side of finding nothing.
 * @param onlyOne texts that only the one got right, `onlyOther` those that only the other did
 * Sources: Q. McNemar, Note on the sampling error of the difference between correlated proportions (1947); M. Fagerland, S. Lydersen,
 * P. Laake, The McNemar test for binary matched-pairs data: mid-p and asymptotic are better than exact conditional (2013).
 */
export function mcnemar(onlyOne: number, onlyOther: number): { readonly exact: number; readonly midP: number } {
  const tosses = onlyOne + onlyOther;
  if (tosses === 0) return { exact: 1, midP: 1 };
  let tail = 0;
  let point = 0;
  let ways = -tosses * Math.LN2;
  for (let heads = 0; heads <= Math.min(onlyOne, onlyOther); heads += 1) {
    point = Math.exp(ways);
    tail += point;
    ways += Math.log((tosses - heads) / (heads + 1));
  }
  const exact = Math.min(1, 2 * tail);
  return { exact, midP: onlyOne === onlyOther ? 1 - point / 2 : exact - point };
}
