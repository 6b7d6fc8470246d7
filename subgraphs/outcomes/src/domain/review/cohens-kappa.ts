/**
 * Cohen's kappa of two who labelled the same items: agreement beyond what their own shares of labels would give by chance.
 * @returns null for no items, or where chance alone agrees on everything
 * Source: J. Cohen, A coefficient of agreement for nominal scales (1960).
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const share = (holds: (pair: readonly [string, string]) => boolean): number =>
    pairs.filter(holds).length / pairs.length;
  const observed = share(([one, other]) => one === other);
  const labels = new Set(pairs.flat());
  let chance = 0;
  for (const label of labels) chance += share(([one]) => one === label) * share(([, other]) => other === label);
  return chance < 1 ? (observed - chance) / (1 - chance) : null;
}
