/**
 * Exact two-sided McNemar test: under the null hypothesis each text that only one of two models got right is a toss of a fair coin.
 * @param onlyOne texts that only the one got right, `onlyOther` those that only the other did
 * Source: Q. McNemar, Note on the sampling error of the difference between correlated proportions (1947).
 */
export function mcnemar(onlyOne: number, onlyOther: number): number {
  const tosses = onlyOne + onlyOther;
  let tail = 0;
  let ways = -tosses * Math.LN2;
  for (let heads = 0; heads <= Math.min(onlyOne, onlyOther); heads += 1) {
    tail += Math.exp(ways);
    ways += Math.log((tosses - heads) / (heads + 1));
  }
  return Math.min(1, 2 * tail);
}
