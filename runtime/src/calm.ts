/** Milliseconds between two batches of work that costs the same however many events asked for it. */
export interface Calm {
  readonly least: number;
  /** At most this long, however much the work costs. */
  readonly most: number;
}

/** How long a consumer rests before its next batch: twice as long as its last one took, so it takes a third of one core at most. */
export interface Pace {
  took(milliseconds: number): void;
  rest(): number;
}

export function createPace({ least, most }: Calm): Pace {
  let last = 0;
  return {
    took: (milliseconds) => {
      last = milliseconds;
    },
    rest: () => Math.min(most, Math.max(least, 2 * last)),
  };
}
