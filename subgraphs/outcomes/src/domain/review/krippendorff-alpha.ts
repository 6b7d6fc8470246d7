/**
 * Krippendorff's alpha for nominal labels: 1 - observed / expected disagreement, from the coincidences of labels within units.
 * Units with fewer than two labels say nothing about agreement and are left out.
 * @returns null where nothing can be compared, or where only one label was ever given: chance would agree as well
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
 */
export function krippendorffAlpha(units: readonly (readonly string[])[]): number | null {
  const pairable = units.filter((labels) => labels.length > 1);
  const totals = new Map<string, number>();
  let observed = 0;
  for (const labels of pairable) {
    const counts = countsOf(labels);
    for (const [label, count] of counts) {
      totals.set(label, (totals.get(label) ?? 0) + count);
      observed += (count * (labels.length - count)) / (labels.length - 1);
    }
  }
  const values = [...totals.values()];
  const n = values.reduce((sum, count) => sum + count, 0);
  const expected = values.reduce((sum, count) => sum + count * (n - count), 0) / (n - 1);
  return expected > 0 ? 1 - observed / expected : null;
}

function countsOf(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
