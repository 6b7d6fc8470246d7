import { setTimeout as pause } from 'node:timers/promises';

/** Keeps work that can wait from taking the machine from work that somebody waits for, within one process. */
export interface BulkWork {
  /** While it runs, background work goes slow. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Runs the work at once; while bulk work runs or calls rush in, in its turn, with a pause in proportion after each. */
  background(work: () => Promise<void>): Promise<void>;
  /** So many calls came in from outside, each waiting for its answer. */
  arrived(calls: number): void;
  /** Rests in proportion to what a piece of work took (ms) while calls rush in, and not otherwise. */
  giveWay(spent: number): Promise<void>;
}

/** All background work together gets an eleventh of the time: enough that numbers move while a large file is stored. */
const pausePerWork = 10;
const longestPause = 2_000;
const look = 100;
/** Whoever gives way to calls from outside gets a quarter of the time, so that what was accepted is handled meanwhile. */
const pausePerGivingWay = 3;
const longestGivingWay = 500;

export function createBulkWork(): BulkWork {
  const rush = createRush();
  let running = 0;
  let lastTurn = Promise.resolve();
  const isBusy = (): boolean => running > 0 || rush.isOn();
  const rest = async (spent: number): Promise<void> => {
    const until = performance.now() + Math.min(spent * pausePerWork, longestPause);
    while (isBusy() && performance.now() < until) await pause(Math.min(look, until - performance.now()));
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
    background: (work) => (isBusy() ? inTurn(work) : work()),
    arrived: rush.arrived,
    giveWay: async (spent) => {
      if (rush.isOn()) await pause(Math.min(spent * pausePerGivingWay, longestGivingWay));
    },
  };
}

/** So many calls in two spans make a rush. One person's clicks never do, and a partner's system that sends in a stream does. */
const callsOfRush = 200;
/** Milliseconds. */
const span = 500;

function createRush(): { arrived(calls: number): void; isOn(): boolean } {
  let from = performance.now();
  let before = 0;
  let now = 0;
  const roll = (): void => {
    const spans = Math.floor((performance.now() - from) / span);
    if (spans === 0) return;
    before = spans === 1 ? now : 0;
    now = 0;
    from += spans * span;
  };
  return {
    arrived: (calls) => {
      roll();
      now += calls;
    },
    isOn: () => {
      roll();
      return before + now >= callsOfRush;
    },
  };
}
