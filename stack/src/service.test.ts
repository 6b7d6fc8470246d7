import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from './embedded-postgres.ts';
import { Restarts } from './restarts.ts';
import { Service } from './service.ts';

/** A service that notes its pid whenever it starts, and ends when it is asked at /end. */
const program = `
  const { appendFileSync } = require('node:fs');
  const { createServer } = require('node:http');
  appendFileSync(process.env.NOTES, process.pid + '\\n');
  createServer((request, response) => {
    response.end();
    if (request.url === '/end') process.exit(7);
  }).listen(Number(process.env.PORT), '127.0.0.1');
`;

let folder: string;
let url: string;
let told: string[];
let givenUp: number;
let service: Service;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teei-service-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  told = [];
  givenUp = 0;
  service = new Service({
    name: 'demo',
    args: ['-e', program],
    env: { PORT: String(port), NOTES: join(folder, 'notes') },
    health: url,
    restarts: { delays: [20, 40], steadyAfter: 60_000 },
    tell: (line) => told.push(line),
    onGivenUp: () => givenUp++,
  });
});

afterEach(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const started = async (): Promise<number[]> =>
  (await readFile(join(folder, 'notes'), 'utf8')).trim().split('\n').map(Number);

/** Waits until so many lines were told. */
async function lines(count: number): Promise<void> {
  for (let waited = 0; told.length < count && waited < 20_000; waited += 20) await pause(20);
  expect(told).toHaveLength(count);
}

const end = () => fetch(`${url}/end`).catch(() => undefined);

describe('a service that ends by itself', () => {
  it('is started again, in a new process, and answers', async () => {
    await service.start();
    await end();
    await lines(2);
    expect(told).toEqual([
      '! demo ended (7); it is started again in 0.02 s, and what needs it is refused meanwhile',
      '· demo is there again',
    ]);
    expect((await fetch(url)).ok).toBe(true);
    expect(new Set(await started()).size).toBe(2);
  });

  it('is started again when it is killed', async () => {
    await service.start();
    process.kill((await started())[0] ?? 0, 'SIGKILL');
    await lines(2);
    expect(told[0]).toContain('demo ended (SIGKILL)');
    expect((await fetch(url)).ok).toBe(true);
  });

  it('is given up when it ends again and again', async () => {
    await service.start();
    for (const count of [2, 4, 5]) {
      await end();
      await lines(count);
    }
    expect(told.at(-1)).toContain('too often and is given up');
    expect(givenUp).toBe(1);
    expect(await started()).toHaveLength(3);
  });

  it('is not started again once it is stopped', async () => {
    await service.start();
    await end();
    await service.stop();
    await pause(200);
    await expect(fetch(url)).rejects.toThrow();
    expect((await started()).length).toBeLessThanOrEqual(2);
  });
});

it('a service that does not come up at its first start is a failure, not something to try again', async () => {
  const broken = new Service({
    name: 'broken',
    args: ['-e', 'process.exit(1)'],
    env: {},
    health: url,
    tell: (line) => told.push(line),
  });
  await expect(broken.start()).rejects.toThrow('broken did not start.');
  expect(told).toEqual([]);
});

describe('restarts', () => {
  it('come after longer and longer pauses, to an end, and begin anew after a steady run', () => {
    const restarts = new Restarts({ delays: [1, 2], steadyAfter: 100 });
    expect([5, 5, 5].map((ranFor) => restarts.delayAfter(ranFor))).toEqual([1, 2, undefined]);
    expect([100, 99].map((ranFor) => restarts.delayAfter(ranFor))).toEqual([1, 2]);
  });
});
