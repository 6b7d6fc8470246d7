import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { processEnvironment } from './env.ts';

/** The platform in a process of its own, started as `npm start` starts it. */
export interface PlatformProcess {
  readonly url: string;
  /** Ends it as a power cut does: no handler runs, nothing is finished. */
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

export async function startPlatformProcess(dataFolder: string, databaseUrl?: string): Promise<PlatformProcess> {
  const args = ['stack/dist/main.mjs', '--no-demo', '--port', '0', '--data', dataFolder];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...processEnvironment,
      LOG_LEVEL: 'error',
      QUERY_UNITS_PER_DAY: 'off',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return {
    url,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4_000);
      const url = /graph\s+(http:\S+)\/graphql/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the platform ended with ${code}: ${said}`)));
  });
}
