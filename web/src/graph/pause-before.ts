/** Milliseconds to wait before attempt 1, 2, 3...: 1, 2, 4, 8, 16, then 32 s, each with up to half taken off at random, so that a thousand browsers do not return at once. */
export function pauseBefore(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(32_000, 1000 * 2 ** (attempt - 1));
  return longest * (1 - random() / 2);
}

/** A socket comes back more slowly than one request is repeated: 2, 4, 8, 16, then 32 s. */
export function pauseBeforeSocket(attempt: number, random?: () => number): number {
  return pauseBefore(attempt + 1, random);
}
