/**
 * A map that forgets what has not been used for long once it is full. Two generations: what is used moves to the younger,
 * and when that is full the older is dropped. So a hit costs one look-up and changes nothing.
 */
export class BoundedMap<Value> {
  #younger = new Map<string, Value>();
  #older = new Map<string, Value>();
  readonly #generation: number;

  /** Holds between half of `capacity` and all of it. */
  constructor(capacity: number) {
    this.#generation = Math.max(1, Math.ceil(capacity / 2));
  }

  get(key: string): Value | undefined {
    const value = this.#younger.get(key);
    if (value !== undefined) return value;
    const old = this.#older.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    if (this.#younger.size >= this.#generation && !this.#younger.has(key)) {
      this.#older = this.#younger;
      this.#younger = new Map();
    }
    this.#younger.set(key, value);
  }

  delete(key: string): void {
    this.#younger.delete(key);
    this.#older.delete(key);
  }
}
