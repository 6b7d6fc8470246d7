import { StartFailure } from './start-failure.ts';

/**
 * Runs one process of the platform: a clear failure ends it with code 1; a signal, and a word from or the end of the process that
 * started it, stop it cleanly. Whoever asks while it is starting gets a clean stop as well, as soon as there is something to stop;
 * a second signal gets an end at once.
 */
export async function runProcess(
  start: () => Promise<{ destroy(): Promise<void> }>,
  onStop: () => void = () => undefined,
): Promise<void> {
  let running: { destroy(): Promise<void> } | undefined;
  let stopping = false;
  let signalled = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    onStop();
    if (running) end(running);
  };
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      if (signalled) process.exit(130);
      signalled = true;
      stop();
    });
  process.on('message', (word) => {
    if (word === 'stop') stop();
  });
  process.on('disconnect', stop);
  try {
    running = await start();
    if (stopping) end(running);
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    fail(`${error.message}\n    ${error.remedy.replaceAll('\n', '\n    ')}`);
  }
}

function end(running: { destroy(): Promise<void> }): void {
  running.destroy().then(
    () => process.exit(0),
    (error: unknown) => fail(String(error)),
  );
}

function fail(problem: string): never {
  process.stderr.write(`\n  ✗ ${problem}\n\n`);
  process.exit(1);
}
