/** The time that one operation has. When it is over, or nobody waits any more, `signal` fires and `over` rejects. */
export class Deadline {
  readonly over: Promise<never>;
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #leaves: AbortSignal | undefined;

  constructor(milliseconds: number, leaves: AbortSignal | undefined) {
    this.over = new Promise((_, reject) => {
      this.#abort.signal.addEventListener('abort', () => reject(this.#abort.signal.reason), { once: true });
    });
    // Between two fetches nobody may be listening.
    this.over.catch(() => undefined);
    this.#timer = setTimeout(this.#expire, milliseconds);
    this.#leaves = leaves;
    leaves?.addEventListener('abort', this.#expire, { once: true });
    if (leaves?.aborted) this.#expire();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#leaves?.removeEventListener('abort', this.#expire);
  }

  readonly #expire = (): void => {
    this.#abort.abort(new Error('The time for the operation is over'));
  };
}
