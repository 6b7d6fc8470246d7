/** Linear congruential generator of Numerical Recipes; uniform in [0, 1). The same seed gives the same numbers. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
