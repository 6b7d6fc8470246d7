import { StartFailure } from './start-failure.ts';

/** Runs a command to its end: exit code 0, or a clear failure and 1. */
export async function runCommand(run: (print: (line: string) => void) => Promise<void>): Promise<never> {
  try {
    await run((line) => void process.stdout.write(`  · ${line}\n`));
    process.exit(0);
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    process.stderr.write(`\n  ✗ ${error.message}\n    ${error.remedy.replaceAll('\n', '\n    ')}\n\n`);
    process.exit(1);
  }
}
