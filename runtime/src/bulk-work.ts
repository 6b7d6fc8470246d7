import { setTimeout as pause } from 'node:timers/promises';

/** Keeps work that can wait from taking the machine from work that somebody waits for, within one process. */
export interface BulkWork {
  /** While it runs, background work goes slow. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Runs the work at once; while bulk work runs, in its turn, with a pause in proportion after each. */
  background(work: () => Promise<void>): Promise<void>;
}

/** All background work together gets a sixth of the time: enough that numbers move while a large file is stored. */
const pausePerWork = 5;
const longestPause = 2_000;
const look = 100;

export function createBulkWork(): BulkWork {
  let running = 0;
  let lastTurn = Promise.resolve();
  const rest = async (spent: number): Promise<void> => {
    const until = performance.now() + Math.min(spent * pausePerWork, longestPause);
    while (running > 0 && performance.now() < until) await pause(Math.min(look, until - performance.now()));
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    let spent = 0;
    const turn = lastTurn.then(async () => {
      const started = performance.now();
      await work().finally(() => {
        spent = performance.now() - started;
      });
    });
    lastTurn = turn.catch(() => undefined).then(() => rest(spent));
    return turn;
  };
  return {
    during: async (work) => {
      running++;
      try {
        return await work();
      } finally {
        running--;
      }
    },
    background: (work) => (running > 0 ? inTurn(work) : work()),
  };
}
