/**
 * Tells once that nobody waits for an answer any more. Every request has one, and few ever depart: this is a tenth of
 * the cost of an AbortController, which is made only where something wants to be aborted.
 */
export class Departure {
  #listeners: (() => void)[] | undefined;
  #hasHappened = false;

  happen(): void {
    if (this.#hasHappened) return;
    this.#hasHappened = true;
    for (const listener of this.#listeners ?? []) listener();
  }

  /** At once when it has happened already. */
  onHappen(listener: () => void): void {
    if (this.#hasHappened) listener();
    else if (this.#listeners) this.#listeners.push(listener);
    else this.#listeners = [listener];
  }
}
