/**
 * What a socket receives, until somebody reads it. When too much waits the socket is paused: TCP then tells the sender,
 * which coalesces or replays. Memory stays bounded however slow the reader is.
 */
export class PausableQueue<Value> implements AsyncIterableIterator<Value> {
  readonly #waiting: Value[] = [];
  readonly #readers: Reader<Value>[] = [];
  #source: Pausable | undefined;
  #onEnd: (() => void) | undefined;
  #ended: { readonly error: Error | undefined } | undefined;

  /** The source that is paused while more than a few values wait. */
  controls(source: Pausable): void {
    this.#source = source;
  }

  onEnd(listener: () => void): void {
    this.#onEnd = listener;
    if (this.#ended) listener();
  }

  push(value: Value): void {
    if (this.#ended) return;
    const reader = this.#readers.shift();
    if (reader) reader.resolve({ done: false, value });
    else if (this.#waiting.push(value) >= enough) this.#source?.pause();
  }

  end(error?: Error): void {
    if (this.#ended) return;
    this.#ended = { error };
    for (const reader of this.#readers.splice(0)) settle(reader, error);
    this.#onEnd?.();
  }

  next(): Promise<IteratorResult<Value>> {
    const value = this.#waiting.shift();
    if (value !== undefined) {
      if (this.#waiting.length === 0) this.#source?.resume();
      return Promise.resolve({ done: false, value });
    }
    return new Promise((resolve, reject) => {
      const reader = { resolve, reject };
      if (this.#ended) settle(reader, this.#ended.error);
      else this.#readers.push(reader);
    });
  }

  async return(): Promise<IteratorResult<Value>> {
    this.#waiting.length = 0;
    this.#source?.resume();
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** A few, so that the socket does not stop and start with every value. */
const enough = 16;

interface Pausable {
  pause(): void;
  resume(): void;
}

interface Reader<Value> {
  resolve(result: IteratorResult<Value>): void;
  reject(error: Error): void;
}

function settle<Value>(reader: Reader<Value>, error: Error | undefined): void {
  if (error) reader.reject(error);
  else reader.resolve({ done: true, value: undefined });
}
