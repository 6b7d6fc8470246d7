import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@teei/stack/embedded-postgres';
import { demoPassword } from '@teei/stack/seed/demo-companies';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Caller } from '../caller.ts';
import { databaseUrlIn, type Program, processesNaming, startProgram } from './program.ts';

/** What `npm start` promises whoever runs it, with real processes, signals and exit codes. */
const secret = 'an-operator-chose-this-secret-of-48-characters-x';
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** Nothing of the environment that these tests run in, where Vite alone sets a BASE_URL. */
const surroundings = { PATH: process.env.PATH, HOME: process.env.HOME };

let folder: string;
/** Of a platform that has run with its demo; later tests go on with it. */
let data: string;
const programs: Program[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teei-start-'));
  // PostgreSQL runs as a user of its own when we are root, and must get to its folder.
  await chmod(folder, 0o755);
  data = join(folder, 'data');
});

afterAll(async () => {
  for (const { child } of programs) child.kill('SIGTERM');
  await Promise.all(programs.map(({ ended }) => ended));
  await rm(folder, { recursive: true, force: true });
});

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  const program = startProgram('main', args, { ...surroundings, ...env });
  programs.push(program);
  return program;
}

interface Refused {
  readonly code: number | string;
  readonly said: string;
}

async function refused(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Refused> {
  const program = start(args, env);
  const code = await program.ended;
  return { code, said: program.said() };
}

/** Starts on the kept data, on a port of its own, and waits until it is ready. */
async function startOn(dataFolder: string, args: readonly string[] = [], env = {}): Promise<Program & { url: string }> {
  const port = await freePort();
  const program = start(['--data', dataFolder, '--port', String(port), ...args], env);
  await program.says('Stop with Ctrl-C');
  return { ...program, url: `http://localhost:${port}` };
}

async function stopped(program: Program, signal: 'SIGTERM' | 'SIGINT'): Promise<number | string> {
  program.child.kill(signal);
  return program.ended;
}

describe('a first start', () => {
  test('tells its steps, its addresses and the demo sign-in, and Ctrl-C stops it cleanly', async () => {
    const platform = await startOn(data);
    for (const words of ['creating the database cluster', `cockpit    ${platform.url}`, 'admin@aurora.example'])
      expect(platform.said()).toContain(words);
    await new Caller(platform.url).signIn('admin@aurora.example', demoPassword);
    expect(await processesNaming(join(data, 'postgres'))).not.toEqual([]);
    expect(await stopped(platform, 'SIGINT')).toBe(0);
    expect(await processesNaming(data)).toEqual([]);
    expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
  });
});

describe('the next start on the same data', () => {
  let session: Caller;

  test('is a warm one: everything is as it was, and nothing is seeded again', async () => {
    const platform = await startOn(data);
    expect(platform.said()).not.toMatch(/creating|importing/);
    session = await new Caller(platform.url).signIn('admin@aurora.example', demoPassword);
    expect(await sessionsOf(session)).toBe(2_400);
    // As a machine that loses power: nobody stops the database.
    platform.child.kill('SIGKILL');
    expect(await platform.ended).toBe('SIGKILL');
    expect(await processesNaming(join(data, 'postgres'))).not.toEqual([]);
  });

  test('takes over what a killed one left behind, and whoever was signed in still is', async () => {
    const platform = await startOn(data);
    expect(await sessionsOf(new Caller(platform.url, session.headers))).toBe(2_400);
    expect(await stopped(platform, 'SIGTERM')).toBe(0);
    expect(await processesNaming(data)).toEqual([]);
  });

  test('can be stopped before it is ready, and leaves nothing running either', async () => {
    const platform = start(['--data', data, '--port', '0']);
    await platform.says('starting the database');
    expect(await stopped(platform, 'SIGINT')).toBe(0);
    expect(platform.said()).toContain('stopping');
    expect(await processesNaming(data)).toEqual([]);
  });

  test('is refused while another platform uses the data', async () => {
    const platform = await startOn(data);
    const answer = await refused(['--data', data, '--port', '0']);
    expect(answer).toEqual({ code: 1, said: expect.stringMatching(/in use by process \d+[\s\S]*--data/) });
    expect(await stopped(platform, 'SIGTERM')).toBe(0);
  });
});

describe('production', () => {
  test('refuses to start without a secret that the operator chose, or with a short one', async () => {
    const args = ['--production', '--data', join(folder, 'production'), '--port', '0'];
    expect(await refused(args)).toEqual({ code: 1, said: expect.stringContaining('Production needs TEEI_SECRET.') });
    const short = await refused(args, { TEEI_SECRET: 'short' });
    expect(short).toEqual({ code: 1, said: expect.stringContaining('openssl rand -hex 32') });
    expect(existsSync(join(folder, 'production'))).toBe(false);
  });

  test('refuses a demo', async () => {
    const answer = await refused(['--production', '--demo'], { TEEI_SECRET: secret });
    expect(answer).toEqual({ code: 1, said: expect.stringContaining('Production has no demo users.') });
  });

  test('has no demo users', async () => {
    const platform = await startOn(join(folder, 'production'), ['--production'], { TEEI_SECRET: secret });
    expect(platform.said()).not.toContain('@aurora.example');
    await expect(new Caller(platform.url).signIn('admin@aurora.example', demoPassword)).rejects.toThrow('401');
    expect(await stopped(platform, 'SIGTERM')).toBe(0);
  });
});

describe('what cannot work is said in words, with what to do, and ends with 1:', () => {
  test('a port that is taken', async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const answer = await refused(['--port', String(port), '--data', join(folder, 'never')]);
    server.close();
    expect(answer.code).toBe(1);
    expect(answer.said).toContain(`Port ${port} is taken.`);
    expect(answer.said).toContain(`--port ${port + 1}`);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  test.each([
    ['an option that there is not', ['--prot', '80'], '--port N'],
    ['a port that is none', ['--port', 'eighty'], 'Use a number from 0 to 65535'],
  ])('%s', async (_name, args, words) => {
    const answer = await refused(args);
    expect(answer.code).toBe(1);
    expect(answer.said).toContain('✗');
    expect(answer.said).toContain(words);
    expect(answer.said).not.toMatch(/\n\s+at /);
  });

  test.each([
    [
      'nobody answers',
      'postgresql://teei:pass-word@127.0.0.1:1/teei',
      /PostgreSQL at 127\.0\.0\.1:1\/teei cannot be used/,
    ],
    [
      'is no URL',
      'localhost, port 5432',
      /DATABASE_URL is no URL[\s\S]*postgresql:\/\/user:password@host:5432\/database/,
    ],
    [
      'is of another database',
      'mysql://teei:pass-word@127.0.0.1:1/teei',
      /postgresql:\/\/user:password@host:5432\/database/,
    ],
  ])('a DATABASE_URL where %s', async (_name, url, words) => {
    const answer = await refused(['--port', '0', '--data', join(folder, 'elsewhere')], { DATABASE_URL: url });
    expect(answer.code).toBe(1);
    expect(answer.said).toMatch(words);
    expect(answer.said).not.toMatch(/\n\s+at |pass-word/);
  });

  test('a DATABASE_URL with the wrong password, which is not repeated', async () => {
    const platform = await startOn(data);
    const url = (await databaseUrlIn(data)).replace('teei-local', 'pass-word');
    const answer = await refused(['--port', '0', '--data', join(folder, 'elsewhere')], { DATABASE_URL: url });
    expect(await stopped(platform, 'SIGTERM')).toBe(0);
    expect(answer.code).toBe(1);
    expect(answer.said).toMatch(/password authentication failed[\s\S]*Check DATABASE_URL/);
    expect(answer.said).not.toMatch(/\n\s+at |pass-word/);
  });

  test('a database folder that is damaged', async () => {
    const damaged = join(folder, 'damaged');
    await promisify(execFile)('cp', ['-a', data, damaged]);
    await truncate(join(damaged, 'postgres/global/pg_control'), 100);
    const answer = await refused(['--port', '0', '--data', damaged]);
    expect(answer.code).toBe(1);
    expect(answer.said).toMatch(/PostgreSQL stopped on .*damaged[\s\S]*restore a copy/);
    expect(answer.said).not.toMatch(/\n\s+at /);
    expect(await processesNaming(damaged)).toEqual([]);
  });
});

async function sessionsOf(caller: Caller): Promise<number | undefined> {
  const { metrics } = await caller.get<{ metrics: { value: number }[] }>(
    '{ metrics(grain: ALL_TIME, name: SESSIONS) { value } }',
  );
  return metrics[0]?.value;
}
