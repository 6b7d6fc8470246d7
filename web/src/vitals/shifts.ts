/** Cumulative layout shift: the worst burst of shifts, each within a second of the one before and all within five (web.dev/articles/cls). */
export class Shifts {
  #worst = 0;
  #burst = 0;
  #began = 0;
  #last = 0;

  add({ at, score }: { readonly at: number; readonly score: number }): void {
    const goesOn = this.#burst > 0 && at - this.#last < 1000 && at - this.#began < 5000;
    if (!goesOn) this.#began = at;
    this.#burst = goesOn ? this.#burst + score : score;
    this.#last = at;
    this.#worst = Math.max(this.#worst, this.#burst);
  }

  get value(): number {
    return this.#worst;
  }
}
