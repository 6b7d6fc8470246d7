import { StartFailure } from './start-failure.ts';

/** Runs one process of the platform: a clear failure ends it with code 1, a signal stops it cleanly. */
export async function runProcess(start: () => Promise<{ destroy(): Promise<void> }>): Promise<void> {
  try {
    const running = await start();
    let stopping = false;
    const stop = (): void => {
      if (stopping) process.exit(130);
      stopping = true;
      running.destroy().then(
        () => process.exit(0),
        (error: unknown) => fail(String(error)),
      );
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    fail(`${error.message}\n    ${error.remedy.replaceAll('\n', '\n    ')}`);
  }
}

function fail(problem: string): never {
  process.stderr.write(`\n  ✗ ${problem}\n\n`);
  process.exit(1);
}
