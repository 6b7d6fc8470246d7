/** When something that ended by itself is started again. */
export interface RestartPolicy {
  /** Milliseconds before the first, second, … start in a row; when they are used up it is given up. */
  readonly delays: readonly number[];
  /** Milliseconds: whatever ran for as long as this is steady, and its next end is the first of a new row. */
  readonly steadyAfter: number;
}

/** Half a minute in all: longer than a database that restarts, short enough to be noticed. */
export const restartPolicy: RestartPolicy = { delays: [500, 1_000, 2_000, 4_000, 8_000, 16_000], steadyAfter: 60_000 };

/** Counts the ends of one process. */
export class Restarts {
  readonly #policy: RestartPolicy;
  #inRow = 0;

  constructor(policy: RestartPolicy) {
    this.#policy = policy;
  }

  /** Milliseconds until it is started again, or undefined when it has ended too often. */
  delayAfter(ranFor: number): number | undefined {
    if (ranFor >= this.#policy.steadyAfter) this.#inRow = 0;
    return this.#policy.delays[this.#inRow++];
  }
}
