import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { until } from '../until.ts';

const root = join(import.meta.dirname, '../../..');

/** A program of the platform in a process of its own, as an operator starts it. */
export interface Program {
  readonly child: ChildProcess;
  /** What it has written so far, both streams. */
  said(): string;
  /** Waits for these words; throws with everything that it said when it ends first. */
  says(words: RegExp | string, seconds?: number): Promise<void>;
  /** Resolves to its exit code, or to the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** @param name of a server's process as it is built. @param env all of its environment. */
export function startProgram(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Program {
  const child = spawn(process.execPath, [join(root, 'stack/dist', `${name}.mjs`), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return asProgram(child, name);
}

/** A script in plain Node, in the folder and the process group of its own that a terminal would give it. */
export function startScript(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Program {
  const cwd = join(dirname(file), '..');
  const child = spawn(process.execPath, [file, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return asProgram(child, file);
}

function asProgram(child: ChildProcessByStdio<null, Readable, Readable>, file: string): Program {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let over = false;
  const ended = once(child, 'close').then((how) => {
    over = true;
    const [code, signal] = how as [number | null, string | null];
    return code ?? signal ?? 'unknown';
  });
  return {
    child,
    said: () => said,
    says: async (words, seconds = 120) => {
      await until(`"${words}" from ${file}`, () => over || said.search(words) >= 0, seconds).catch((error: Error) => {
        throw new Error(`${error.message}; it said: ${said}`);
      });
      if (said.search(words) < 0) throw new Error(`${file} ended and had not said ${words}, but: ${said}`);
    },
    ended,
  };
}

/** The command lines of all processes on this machine that name this folder. */
export async function processesNaming(folder: string): Promise<string[]> {
  return (await processes()).filter(({ command }) => command.includes(folder)).map(({ command }) => command);
}

/** The processes that this one started. */
export async function childrenOf(parent: number | undefined): Promise<RunningProcess[]> {
  return (await processes()).filter((one) => one.parent === parent);
}

export interface RunningProcess {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

async function processes(): Promise<RunningProcess[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = (id: string, file: string) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '');
  return Promise.all(
    ids.map(async (id) => ({
      id: Number(id),
      parent: Number((await read(id, 'status')).match(/^PPid:\s+(\d+)/m)?.[1]),
      command: (await read(id, 'cmdline')).replaceAll('\0', ' ').trim(),
    })),
  );
}

/** Where the built-in database of a running platform answers. */
export async function databaseUrlIn(dataFolder: string): Promise<string> {
  const [, , , port] = (await readFile(join(dataFolder, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  return `postgresql://teei:teei-local@127.0.0.1:${port}/teei`;
}
