/**
 * Milliseconds. An import of old data computes a period in steps of seconds. A value that stood shorter than this was one of them and
 * nobody's number; the graph tells of it all the same.
 */
const longEnough = 10 * 60_000;

/** Whether what was restated had stood long enough to have been read. */
export function stoodBefore({
  restatedAt,
  previousComputedAt,
}: {
  restatedAt: string;
  previousComputedAt: string;
}): boolean {
  return Date.parse(restatedAt) - Date.parse(previousComputedAt) >= longEnough;
}
