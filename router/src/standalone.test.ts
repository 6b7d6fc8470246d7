import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../test/fixture-router.ts';
import { EventFeed, fixtureSchemas, fixtureSupergraph } from '../test/fixture-subgraphs.ts';
import { HttpSubgraph } from '../test/http-subgraph.ts';

let folder: string;
let supergraph: string;
let subgraphs: HttpSubgraph[];
beforeAll(async () => {
  const schemas = fixtureSchemas(new EventFeed());
  const people = await new HttpSubgraph(schemas.people).start();
  const sessions = await new HttpSubgraph(schemas.sessions).start();
  subgraphs = [people, sessions];
  folder = await mkdtemp(join(tmpdir(), 'router-'));
  supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, fixtureSupergraph({ people: people.url, sessions: sessions.url }));
});
afterAll(async () => {
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  await rm(folder, { recursive: true });
});

/** `said` resolves with the first words of the process. */
function run(...args: string[]): {
  readonly process: ChildProcess;
  readonly said: Promise<string>;
  readonly ended: Promise<number | null>;
} {
  const process = spawn(
    globalThis.process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'standalone.ts'), ...args],
    {
      env: { ...globalThis.process.env, LOG_LEVEL: 'silent' },
    },
  );
  const said = new Promise<string>((resolve) => {
    process.stdout.on('data', (chunk) => resolve(String(chunk)));
    process.stderr.on('data', (chunk) => resolve(String(chunk)));
  });
  const ended = new Promise<number | null>((resolve) => process.once('close', resolve));
  return { process, said, ended };
}

test('it serves a supergraph of HTTP subgraphs to everybody', async () => {
  const { process, said, ended } = run('--supergraph', supergraph, '--port', '0', '--insecure-no-auth');
  const url = /http:\S+/.exec(await said)?.[0] ?? '';
  expect((await ask(url, '{ me { name mail sessions { title } } }')).data).toEqual({
    me: { name: 'Ada', mail: 'ada@example.org', sessions: [{ title: 'Session 1' }, { title: 'Session 2' }] },
  });
  expect((await fetch(url.replace('/graphql', '/healthz'))).status).toBe(200);
  process.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test.each([
  ['without --insecure-no-auth', ['--supergraph', 'any.graphql'], 'cannot authenticate anybody'],
  ['without a supergraph', ['--insecure-no-auth'], 'usage: npm run router'],
  ['with a file that is not there', ['--supergraph', 'none.graphql', '--insecure-no-auth'], 'no such file'],
  ['with an option that does not exist', ['--nonsense'], 'nonsense'],
])('%s it refuses clearly', async (_, args, problem) => {
  const { said, ended } = run(...args);
  expect(await said).toContain(problem);
  expect(await ended).toBe(1);
});

test('a port that is taken is said to be', async () => {
  const port = new URL(subgraphs[0]?.url ?? '').port;
  const { said, ended } = run('--supergraph', supergraph, '--port', port, '--insecure-no-auth');
  expect(await said).toContain(`Port ${port} is taken`);
  expect(await ended).toBe(1);
});
