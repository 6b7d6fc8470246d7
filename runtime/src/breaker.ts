/**
 * A circuit breaker. After `threshold` failures in a row it is open: calls fail at once and whoever is called gets a rest.
 * After `rest` milliseconds one call may try (half-open); its outcome closes the breaker or opens it again.
 */
export class Breaker {
  readonly #settings: BreakerSettings;
  readonly #onChange: (state: BreakerState) => void;
  #state: BreakerState = 'closed';
  #failures = 0;
  #retryAt = 0;

  constructor(settings: BreakerSettings, onChange: (state: BreakerState) => void) {
    this.#settings = settings;
    this.#onChange = onChange;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** May a call go through? When the answer is yes, `succeeded`, `failed` or `notMade` must follow. */
  admits(now = Date.now()): boolean {
    if (this.#state === 'closed') return true;
    if (this.#state === 'half-open' || now < this.#retryAt) return false;
    this.#become('half-open');
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#become('closed');
  }

  failed(now = Date.now()): void {
    this.#failures += 1;
    if (this.#state === 'closed' && this.#failures < this.#settings.threshold) return;
    // Instances that saw the same failure must not all try again in the same instant.
    this.#retryAt = now + this.#settings.rest * (0.8 + 0.4 * Math.random());
    this.#become('open');
  }

  /** The call that was admitted was not made after all: the next one may try in its place. */
  notMade(): void {
    if (this.#state !== 'half-open') return;
    this.#retryAt = 0;
    this.#become('open');
  }

  /** A probe found the subgraph well: the next call may try at once. */
  recovered(): void {
    if (this.#state === 'open') this.#retryAt = 0;
  }

  #become(state: BreakerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#onChange(state);
  }
}

export type BreakerState = 'closed' | 'half-open' | 'open';

/** Told of each change of a subgraph's breaker. */
export type BreakerListener = (subgraph: string, state: BreakerState) => void;

export interface BreakerSettings {
  readonly threshold: number;
  /** Milliseconds. */
  readonly rest: number;
}
