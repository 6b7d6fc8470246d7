import { setTimeout as pause } from 'node:timers/promises';

/** Keeps work that can wait from taking the machine from work that somebody waits for, within one process. */
export interface BulkWork {
  /** While it runs, `rest` makes others slow down. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Called after a piece of work that can wait: resolves at once, or after a pause in proportion while bulk work runs. */
  rest(spentMilliseconds: number): Promise<void>;
}

/** Background work gets a sixth of the time: enough that numbers move while a large file is stored. */
const pausePerWork = 5;
const longestPause = 2_000;
const look = 100;

export function createBulkWork(): BulkWork {
  let running = 0;
  return {
    during: async (work) => {
      running++;
      try {
        return await work();
      } finally {
        running--;
      }
    },
    rest: async (spent) => {
      const until = performance.now() + Math.min(spent * pausePerWork, longestPause);
      while (running > 0 && performance.now() < until) await pause(Math.min(look, until - performance.now()));
    },
  };
}
