/**
 * Answers that may be used again while somebody watches for changes. Without a watch every read goes to the database, so
 * an answer is never older than the watch's own interval. What is not there is not remembered.
 */
export class TrustedCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #isWatched: () => boolean;
  readonly #capacity: number;

  constructor(isWatched: () => boolean, capacity = 10_000) {
    this.#isWatched = isWatched;
    this.#capacity = capacity;
  }

  /** Concurrent reads of one key share one load. */
  read(key: string, load: (key: string) => Promise<Value | undefined>): Promise<Value | undefined> {
    const known = this.#entries.get(key);
    if (known && known.until > Date.now() && this.#isWatched()) return known.value;
    const entry = { value: load(key), until: Date.now() + lifetime };
    this.#makeRoom();
    // Kept from the start of the load: a change that is noticed meanwhile takes the entry away before it is ever used.
    this.#entries.set(key, entry);
    entry.value.then(
      (value) => value === undefined && this.#remove(key, entry),
      () => this.#remove(key, entry),
    );
    return entry.value;
  }

  keys(): string[] {
    return [...this.#entries.keys()];
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  #remove(key: string, entry: Entry<Value>): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }

  #makeRoom(): void {
    if (this.#entries.size < this.#capacity) return;
    const now = Date.now();
    for (const [key, { until }] of this.#entries) if (until <= now) this.#entries.delete(key);
    if (this.#entries.size >= this.#capacity) this.#entries.clear();
  }
}

interface Entry<Value> {
  readonly value: Promise<Value | undefined>;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Five minutes, in milliseconds. */
const lifetime = 5 * 60_000;
