/** Calendar months as `yyyy-mm`, in UTC. */
export function monthAfter(month: string, steps = 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + steps, 1)).toISOString().slice(0, 7);
}

export function monthOf(instant: Date): string {
  return instant.toISOString().slice(0, 7);
}

/** The `count` months that end with `last`, oldest first. */
export function monthsUpTo(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => monthAfter(last, index + 1 - count));
}
