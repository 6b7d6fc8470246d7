import type { Departure } from '../departure.ts';

/** The time that one operation has. When it is over, or nobody waits any more, `signal` fires and `over` resolves. */
export class Deadline {
  readonly over: Promise<void>;
  #resolve: (() => void) | undefined;
  #abort: AbortController | undefined;
  #isOver = false;
  readonly #timer: NodeJS.Timeout;

  constructor(milliseconds: number, leaves: Departure | undefined) {
    this.over = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#timer = setTimeout(expire, milliseconds, this);
    leaves?.onHappen(() => this.expire());
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Made when it is asked for: subgraphs in this process seldom do. */
  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#isOver) this.#abort.abort();
    return this.#abort.signal;
  }

  /** The operation is done. */
  end(): void {
    clearTimeout(this.#timer);
  }

  expire(): void {
    this.#isOver = true;
    this.#abort?.abort();
    this.#resolve?.();
  }
}

function expire(deadline: Deadline): void {
  deadline.expire();
}
