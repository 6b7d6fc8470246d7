import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The data folder belongs to a platform that is running; taking its database away would break it. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by process ${pid}`);
    this.name = 'FolderInUse';
  }
}

/** Claims a data folder for this process. A claim that a killed process left behind does not hold. Resolves to what gives it up. */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'in-use');
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (pid && pid !== process.pid && (await isNode(pid))) throw new FolderInUse(folder, pid);
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

/** A pid may have been given to another program since. */
async function isNode(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'node');
  return command.includes('node');
}
