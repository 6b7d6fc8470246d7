/**
 * The part of the scale from 0 to 1 that holds every level and always 0.5, the line between setback and gain; in tenths, at
 * least three of them, so that noise does not look like movement.
 */
export function levelAxis(levels: readonly (number | null)[]): { min: number; max: number; interval: number } {
  const known = levels.filter((level) => level !== null);
  let low = Math.floor(Math.min(0.5, ...known) * 10 - 1e-9);
  let high = Math.ceil(Math.max(0.5, ...known) * 10 + 1e-9);
  while (high - low < 3) {
    if (high < 10) high += 1;
    else low -= 1;
  }
  low = Math.max(0, low);
  high = Math.min(10, high);
  return { min: low / 10, max: high / 10, interval: high - low > 6 ? 0.2 : 0.1 };
}
