import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from '@teei/stack/embedded-postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { until } from '../until.ts';
import { type Program, processesNaming, startScript } from './program.ts';

/**
 * `npm start` itself, on a clone that nobody has prepared: the files that git tracks, and the packages of this one. Only the
 * download of packages is left out.
 */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });
const root = join(import.meta.dirname, '../../..');
const surroundings = { PATH: process.env.PATH, HOME: process.env.HOME };

let folder: string;
let clone: string;
let data: string;
const programs: Program[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teei-clone-'));
  // PostgreSQL runs as a user of its own when we are root, and must get to its folder.
  await chmod(folder, 0o755);
  clone = join(folder, 'clone');
  data = join(folder, 'data');
  await copyTrackedFiles();
  await linkPackages();
});

afterAll(async () => {
  for (const { child } of programs) child.kill('SIGTERM');
  await Promise.all(programs.map(({ ended }) => ended));
  await rm(folder, { recursive: true, force: true });
});

async function copyTrackedFiles(): Promise<void> {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const gone = execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: root }).toString().split('\0');
  for (const file of listed.toString().split('\0')) {
    if (file === '' || gone.includes(file)) continue;
    await mkdir(dirname(join(clone, file)), { recursive: true });
    await cp(join(root, file), join(clone, file));
  }
}

/** Our own packages are the clone's; all others are this one's. */
async function linkPackages(): Promise<void> {
  const packages = join(clone, 'node_modules');
  await linkEntries('node_modules');
  await mkdir(join(packages, '@teei'));
  for (const place of ['runtime', 'router', 'web', 'stack', 'prisma', 'tests', ...(await subgraphs())]) {
    const { name } = JSON.parse(await readFile(join(clone, place, 'package.json'), 'utf8')) as { name: string };
    await symlink(join(clone, place), join(packages, name));
    await linkEntries(join(place, 'node_modules'));
  }
  const install = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json', 'prisma/package.json'])
    install.update(`/${file}`).update(await readFile(join(clone, file)));
  await mkdir(join(packages, '.cache/teei'), { recursive: true });
  await writeFile(join(packages, '.cache/teei/install'), install.digest('hex'));
}

/** Folders of tools that begin with a dot are written into, so the clone has its own. */
async function linkEntries(place: string): Promise<void> {
  const names = (await readdir(join(root, place)).catch(() => [])).filter(
    (name) => name === '.bin' || !(name.startsWith('.') || name === '@teei'),
  );
  await mkdir(join(clone, place), { recursive: true });
  for (const name of names) await symlink(join(root, place, name), join(clone, place, name));
}

const subgraphs = async () => (await readdir(join(clone, 'subgraphs'))).map((name) => `subgraphs/${name}`);

function start(args: readonly string[]): Program {
  const program = startScript(join(clone, 'stack/start.mjs'), args, surroundings);
  programs.push(program);
  return program;
}

const steps = [
  'generating database clients',
  'composing the graph',
  'generating types',
  'building the server',
  'building the cockpit',
];

describe('npm start', () => {
  test('prepares a fresh clone, step by step with the time that each took, and starts', async () => {
    const port = await freePort();
    const platform = start(['--data', data, '--port', String(port), '--no-demo']);
    await platform.says('ready in', 200);
    const wanted = [
      'TEEI CSR Platform',
      ...steps.map((step) => `· ${step} … \\d+\\.\\d s`),
      'starting the database',
      'ready in',
    ];
    expect(platform.said()).toMatch(new RegExp(wanted.join('[\\s\\S]*')));
    const page = await fetch(`http://localhost:${port}/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('id="root"')]);
    expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200);
    // A supervisor sends it to the script alone.
    platform.child.kill('SIGTERM');
    expect(await platform.ended).toBe(0);
    expect(await processesNaming(data)).toEqual([]);
  });

  test('does none of it again when nothing has changed, and stops at Ctrl-C', async () => {
    const platform = start(['--data', data, '--port', '0', '--no-demo']);
    await platform.says('ready in');
    for (const step of steps) expect(platform.said()).not.toContain(step);
    // A terminal sends the signal to the whole group.
    process.kill(-(platform.child.pid ?? Number.NaN), 'SIGINT');
    expect(await platform.ended).toBe(0);
    expect(await processesNaming(data)).toEqual([]);
  });

  test('leaves no platform behind when the script itself is killed', async () => {
    const platform = start(['--data', data, '--port', '0', '--no-demo']);
    await platform.says('ready in');
    platform.child.kill('SIGKILL');
    await until('end of the platform', async () => (await processesNaming(data)).length === 0);
  });
});

describe('what cannot work ends with 1 and says what to do:', () => {
  test('an option that there is not', async () => {
    const program = start(['--prot', '80']);
    expect(await program.ended).toBe(1);
    expect(program.said()).toMatch(/✗ Unknown option '--prot'[\s\S]*--port N/);
  });

  test('a port that is taken', async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const program = start(['--port', String(port), '--data', join(folder, 'never')]);
    const code = await program.ended;
    server.close();
    expect([code, program.said()]).toEqual([1, expect.stringContaining(`✗ Port ${port} is taken.`)]);
  });

  test('production without a secret', async () => {
    const program = start(['--production', '--data', join(folder, 'never'), '--port', '0']);
    expect(await program.ended).toBe(1);
    expect(program.said()).toMatch(/✗ Production needs TEEI_SECRET\.[\s\S]*openssl rand -hex 32/);
  });

  test('a step of the preparation that fails, with what the step said', async () => {
    await appendFile(join(clone, 'subgraphs/reports/schema.graphql'), '\ntype Broken { field: NoSuchType }\n');
    const program = start(['--data', data, '--port', '0']);
    expect(await program.ended).toBe(1);
    expect(program.said()).toMatch(/NoSuchType[\s\S]*✗ composing the graph failed/);
    expect(program.said()).not.toContain('starting the database');
  });
});
