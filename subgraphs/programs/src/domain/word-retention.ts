/** Words from before then are cleared by what happens now. */
export function wordsDueBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}

/** When words are looked for next; midnight, UTC. */
export function nextNight(now: Date): Date {
  return new Date((Math.floor(now.getTime() / DAY) + 1) * DAY);
}

/** In which night words of then are cleared: the first that finds them old enough. */
export function clearingNight(since: Date, days: number): Date {
  return new Date(Math.ceil((since.getTime() + days * DAY + 1) / DAY) * DAY);
}

/** Milliseconds. */
const DAY = 86_400_000;
