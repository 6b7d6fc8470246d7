/** Which people meet on which day: one linked list a day, in two arrays. A person stands on one day at a time. */
export class Calendar {
  /** First person of each day, plus one; 0 for nobody. */
  readonly #first: Uint32Array;
  /** The person after each person on the same day, plus one. */
  readonly #after: Uint32Array;

  constructor(days: number, people: number) {
    this.#first = new Uint32Array(days);
    this.#after = new Uint32Array(people);
  }

  add(day: number, person: number): void {
    this.#after[person] = this.#first[day] ?? 0;
    this.#first[day] = person + 1;
  }

  /** Takes a day's people off the calendar one by one; each may be added again meanwhile, to a day that comes later or this. */
  *take(day: number): Generator<number> {
    for (let next = this.#first[day] ?? 0; next > 0; next = this.#first[day] ?? 0) {
      this.#first[day] = this.#after[next - 1] ?? 0;
      yield next - 1;
    }
  }
}
