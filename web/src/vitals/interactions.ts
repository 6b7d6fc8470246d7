/** Interaction to next paint: the longest interaction, of which one in fifty is left out as an outlier (web.dev/articles/inp). */
export class Interactions {
  readonly #longest = new Map<number, number>();
  #count = 0;

  /** Several events belong to one interaction, which lasts as long as its longest. */
  add(id: number, milliseconds: number): void {
    if (id === 0) return;
    const known = this.#longest.get(id);
    if (known === undefined) this.#count += 1;
    this.#longest.set(id, Math.max(known ?? 0, milliseconds));
    if (this.#longest.size > kept) this.#forgetShortest();
  }

  /** Undefined while nobody has pressed anything. */
  get value(): number | undefined {
    const sorted = [...this.#longest.values()].sort((one, other) => other - one);
    return sorted[Math.min(sorted.length - 1, Math.floor(this.#count / 50))];
  }

  #forgetShortest(): void {
    let shortest: [number, number] | undefined;
    for (const entry of this.#longest) if (shortest === undefined || entry[1] < shortest[1]) shortest = entry;
    if (shortest !== undefined) this.#longest.delete(shortest[0]);
  }
}

/** Enough for five hundred interactions. */
const kept = 10;
