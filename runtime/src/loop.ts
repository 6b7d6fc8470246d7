import type { Logger } from './log.ts';

/** Work that is done whenever it is woken, and looked for now and then in case a wake-up was lost. */
export interface Loop {
  start(): void;
  wake(): void;
  /** Resolves when the step in hand is done. */
  stop(): Promise<void>;
}

const pollMilliseconds = 1_000;
const pauseAfterErrorMilliseconds = 500;

/** `step` resolves to whether there may be more to do at once. One step runs at a time; a throw is logged and tried again. */
export function createLoop(name: string, step: () => Promise<boolean>, log: Logger): Loop {
  let running: Promise<void> | undefined;
  let woken = false;
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    let more = true;
    while (!stopped && (more || woken)) {
      woken = false;
      try {
        more = await step();
      } catch (error) {
        if (!stopped) log.warn({ err: error, loop: name }, 'a step failed and is tried again');
        await new Promise((resolve) => setTimeout(resolve, pauseAfterErrorMilliseconds));
      }
    }
  };
  const wake = (): void => {
    woken = true;
    if (stopped || running) return;
    clearTimeout(timer);
    running = run().finally(() => {
      running = undefined;
      if (stopped) return;
      if (woken) wake();
      else timer = setTimeout(wake, pollMilliseconds);
    });
  };
  return {
    start: () => {
      stopped = false;
      wake();
    },
    wake,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
