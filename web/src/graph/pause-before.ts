/** Milliseconds to wait before attempt 1, 2, 3...: 1, 2, 4, 8, 16, then 32 s, each with up to half taken off at random, so that a thousand browsers do not return at once. */
export function pauseBefore(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(32_000, 1000 * 2 ** (attempt - 1));
  return longest * (1 - random() / 2);
}
