import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LoadResult, LoadTask } from './closed-loop.ts';

/** Runs the load in another process and resolves to what it measured. */
export async function runLoad(task: LoadTask): Promise<LoadResult> {
  const file = join(import.meta.dirname, 'closed-loop.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file, JSON.stringify(task)]);
  return JSON.parse(stdout) as LoadResult;
}
