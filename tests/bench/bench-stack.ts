import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@teei/runtime/log';
import { createStack, type Stack, type StackOptions } from '@teei/stack/create-stack';

/** The whole platform on an empty database in a temporary folder, without rate limits: one load generator is one address. */
export async function withBenchStack(
  work: (stack: Stack) => Promise<void>,
  more: Partial<StackOptions> = {},
): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'teei-bench-'));
  const stack = await createStack({
    dataFolder,
    port: 0,
    log: createLog('bench', 'error'),
    router: { rateLimit: { perAddress: false, perViewer: false } },
    ...more,
  });
  try {
    await work(stack);
  } finally {
    await stack.destroy();
    await rm(dataFolder, { recursive: true, force: true });
  }
}
