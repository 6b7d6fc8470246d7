/**
 * Lets identical queries that are on their way at the same time share one execution. It goes on as long as anybody
 * still waits for it. After a write nothing that began before may be joined, or a client would not see its own write.
 */
export class InFlight {
  readonly #running = new Map<string, Running<unknown>>();

  async share<Result>(
    key: string,
    leaves: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    // The key names the viewer, the operation and its variables, and so the type of the result.
    const running = (this.#running.get(key) as Running<Result> | undefined) ?? this.#begin(key, start);
    running.waiting += 1;
    const leave = (): void => {
      running.waiting -= 1;
      if (running.waiting === 0) running.abort.abort();
    };
    leaves?.addEventListener('abort', leave, { once: true });
    try {
      return await running.result;
    } finally {
      leaves?.removeEventListener('abort', leave);
    }
  }

  /** Whoever comes from now on starts anew. */
  forget(): void {
    this.#running.clear();
  }

  #begin<Result>(key: string, start: (signal: AbortSignal) => Promise<Result>): Running<Result> {
    const abort = new AbortController();
    const running: Running<Result> = { waiting: 0, abort, result: start(abort.signal) };
    this.#running.set(key, running);
    const done = (): void => {
      if (this.#running.get(key) === running) this.#running.delete(key);
    };
    running.result.then(done, done);
    return running;
  }
}

interface Running<Result> {
  waiting: number;
  readonly abort: AbortController;
  readonly result: Promise<Result>;
}
