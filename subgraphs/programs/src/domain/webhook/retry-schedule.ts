/** Attempts in all; the last pause before the last of them is some forty minutes, and all together some two hours. */
export const maximumAttempts = 8;

const firstPause = 5_000;
const factor = 3;

/**
 * Milliseconds until the next attempt after `attempts` failed, or undefined when that was the last. Exponential, spread over
 * half to one and a half of it by `chance` (0 to 1), so that what failed together is not tried together.
 */
export function pauseAfter(attempts: number, chance: number): number | undefined {
  if (attempts >= maximumAttempts) return undefined;
  return Math.round(firstPause * factor ** (attempts - 1) * (0.5 + chance));
}
