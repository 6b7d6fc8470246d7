import type { Departure } from '../departure.ts';

/** The time that one operation has. It is over, and `signal` fires, when it has passed or when nobody waits any more. */
export class Deadline {
  #abort: AbortController | undefined;
  #isOver = false;
  #onOver: (() => void) | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(milliseconds: number, leaves: Departure | undefined) {
    this.#timer = setTimeout(expire, milliseconds, this);
    leaves?.onHappen(() => this.expire());
  }

  /** Made when it is asked for: subgraphs in this process seldom do. */
  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#isOver) this.#abort.abort();
    return this.#abort.signal;
  }

  /** Resolves with the work, or when the time is over. To be called once. */
  limit(work: Promise<unknown>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#onOver = resolve;
      if (this.#isOver) resolve();
      work.then(
        () => {
          clearTimeout(this.#timer);
          resolve();
        },
        (error) => {
          clearTimeout(this.#timer);
          reject(error);
        },
      );
    });
  }

  expire(): void {
    this.#isOver = true;
    this.#abort?.abort();
    this.#onOver?.();
  }
}

function expire(deadline: Deadline): void {
  deadline.expire();
}
