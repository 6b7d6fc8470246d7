import { Departure } from '../departure.ts';

/**
 * Lets identical queries that are on their way at the same time share one execution. It goes on as long as anybody
 * still waits for it. After a write nothing that began before may be joined, or a client would not see its own write.
 */
export class InFlight<Result> {
  readonly #running = new Map<string, Running<Result>>();

  share(key: string, leaves: Departure | undefined, start: (allLeft: Departure) => Promise<Result>): Promise<Result> {
    const running = this.#running.get(key) ?? this.#begin(key, start);
    running.join(leaves);
    return running.result;
  }

  /** Whoever comes from now on starts anew. */
  forget(): void {
    this.#running.clear();
  }

  #begin(key: string, start: (allLeft: Departure) => Promise<Result>): Running<Result> {
    const allLeft = new Departure();
    const running = new Running(allLeft, start(allLeft));
    this.#running.set(key, running);
    running.result.then(
      () => this.#end(key, running),
      () => this.#end(key, running),
    );
    return running;
  }

  #end(key: string, running: Running<Result>): void {
    if (this.#running.get(key) === running) this.#running.delete(key);
  }
}

class Running<Result> {
  readonly result: Promise<Result>;
  readonly #allLeft: Departure;
  #waiting = 0;

  constructor(allLeft: Departure, result: Promise<Result>) {
    this.#allLeft = allLeft;
    this.result = result;
  }

  join(leaves: Departure | undefined): void {
    this.#waiting += 1;
    leaves?.onHappen(() => {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#allLeft.happen();
    });
  }
}
