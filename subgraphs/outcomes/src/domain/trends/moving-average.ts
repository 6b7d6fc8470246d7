/** Of each place the mean of the `window` values up to it; null while one of them is missing, so that none can be worked out from it. */
export function movingAverage(values: readonly (number | null)[], window: number): (number | null)[] {
  return values.map((_, place) => {
    const near = values.slice(Math.max(0, place - window + 1), place + 1);
    const sum = near.reduce<number | null>(
      (total, value) => (total === null || value === null ? null : total + value),
      0,
    );
    return near.length < window || sum === null ? null : sum / window;
  });
}
