/**
 * A source whose values pass through a step, one at a time and only when they are asked for: a client that does not
 * read holds up its source, and nothing piles up in between. Unlike an async generator it can be ended while it waits.
 */
export class EventStream<Value> implements AsyncGenerator<Value, void, void> {
  readonly #pull: () => Promise<Value | undefined>;
  readonly #release: () => Promise<void>;
  #ended = false;

  /** `pull` gives undefined when there is nothing more; `release` is called once, whoever ends the stream. */
  constructor(pull: () => Promise<Value | undefined>, release: () => Promise<void>) {
    this.#pull = pull;
    this.#release = release;
  }

  async next(): Promise<IteratorResult<Value, void>> {
    if (this.#ended) return { done: true, value: undefined };
    const value = await this.#pulled();
    if (this.#ended || value === undefined) return this.return();
    return { done: false, value };
  }

  async return(): Promise<IteratorResult<Value, void>> {
    if (!this.#ended) {
      this.#ended = true;
      await this.#release();
    }
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<Value, void>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  async #pulled(): Promise<Value | undefined> {
    try {
      return await this.#pull();
    } catch (error) {
      await this.return();
      throw error;
    }
  }
}
