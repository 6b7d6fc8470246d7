import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { generateKintell } from '@teei/programs/sample';
import { createLog } from '@teei/runtime/log';
import { createStack, type Stack } from '@teei/stack/create-stack';
import { freePort } from '@teei/stack/embedded-postgres';
import { demoCompanies, demoPassword } from '@teei/stack/seed/demo-companies';
import { seedDemo } from '@teei/stack/seed/seed-demo';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Caller } from '../caller.ts';
import { factsThatDiffer, recomputedMetrics, storedMetrics } from '../company-data.ts';
import { migratedDataFolder } from '../data-template.ts';
import { follow, fromNowOn, fromTheBeginning } from '../follow.ts';
import { expectedAccount, importIn, planFile, startImport, undoImport } from '../importing.ts';
import { settled } from '../settled.ts';
import { until } from '../until.ts';

/** Queues and wake-ups on Redis instead of Postgres: nothing else differs, so nothing else may be noticed. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const program = process.env.TEEI_REDIS_SERVER;
const without = 'left out: there is no redis-server here; TEEI_REDIS_SERVER may name one';

describe.skipIf(!program)(program ? 'on Redis' : `on Redis (${without})`, () => {
  let folder: string;
  let redis: ChildProcess;
  let redisPort: number;
  let stack: Stack;
  let sql: pg.Pool;
  let admin: Caller;
  const companyId = demoCompanies[0]?.id ?? '';

  beforeAll(async () => {
    folder = await migratedDataFolder();
    redisPort = await freePort();
    redis = await startRedis(join(folder, 'redis'), redisPort);
    const redisUrl = `redis://127.0.0.1:${redisPort}`;
    stack = await createStack({ dataFolder: folder, port: 0, redisUrl, log: createLog('test', 'silent') });
    sql = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
    sql.on('error', () => undefined);
    await seedDemo(stack, () => undefined);
    admin = await new Caller(stack.url).signIn('admin@aurora.example', demoPassword);
  });

  afterAll(async () => {
    await sql?.end();
    await stack?.destroy();
    redis?.kill('SIGTERM');
    if (redis?.exitCode === null) await once(redis, 'exit');
    await rm(folder, { recursive: true, force: true });
  });

  test('the demo is imported and scored, by jobs that Redis keeps and wake-ups that it passes on', async () => {
    await settled(sql);
    expect(await storedMetrics(sql, companyId)).toEqual(await recomputedMetrics(sql, companyId));
    expect(Number((await ask(redisPort, 'DBSIZE')).slice(1))).toBeGreaterThan(0);
    expect(await ask(redisPort, 'INFO commandstats')).toMatch(/cmdstat_xread:calls=[1-9]/);
  });

  test('an import runs, live, and its numbers are those of a recomputation', async () => {
    const sample = generateKintell({ rows: 1_500, seed: 61, dirt: 0.06 });
    const planned = await planFile(admin, [...sample.chunks].join(''));
    const socket = admin.socket();
    const progress = follow<{ importProgress: { import: { status: string } } }>(
      socket,
      'subscription ($id: ID!, $after: String) { importProgress(id: $id, after: $after) { import { status } } }',
      { id: planned.id, after: fromTheBeginning },
    );
    const updates = follow<{ metricsUpdated: { metrics: { name: string }[] } }>(
      socket,
      'subscription ($after: String) { metricsUpdated(after: $after) { metrics { name } } }',
      { after: await fromNowOn(sql, 'outcomes') },
    );
    await until('state that it has now', () => progress.events.length > 0);
    await startImport(admin, planned.id);
    const done = await importIn(admin, planned.id, 'COMPLETED');
    expect(done.account).toEqual(expectedAccount(sample.account));
    await until('end in the progress', () => progress.events.at(-1)?.importProgress.import.status === 'COMPLETED');
    await settled(sql);
    await until('news of the numbers', () => updates.events.length > 0);
    await socket.dispose();
    expect(await factsThatDiffer(sql, companyId)).toEqual([]);
    expect(await storedMetrics(sql, companyId)).toEqual(await recomputedMetrics(sql, companyId));
    await undoImport(admin, planned.id);
    await importIn(admin, planned.id, 'UNDONE');
    await settled(sql);
    expect(await storedMetrics(sql, companyId)).toEqual(await recomputedMetrics(sql, companyId));
  });

  test('what Redis forgets is done all the same: the outbox in Postgres knows what is owed', async () => {
    const sample = generateKintell({ rows: 3_000, seed: 62 });
    const planned = await planFile(admin, [...sample.chunks].join(''));
    await startImport(admin, planned.id);
    redis.kill('SIGKILL');
    await once(redis, 'exit');
    redis = await startRedis(join(folder, 'redis'), redisPort);
    await importIn(admin, planned.id, 'COMPLETED');
    await settled(sql);
    expect(await storedMetrics(sql, companyId)).toEqual(await recomputedMetrics(sql, companyId));
  });
});

async function startRedis(folder: string, port: number): Promise<ChildProcess> {
  await mkdir(folder, { recursive: true });
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn(program ?? '', args, { stdio: 'ignore' });
  await until('answer from Redis', () => ask(port, 'PING').catch(() => false));
  return server;
}

/** One command in Redis' inline form, and the whole of what comes back. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\nQUIT\r\n`));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer.split('\r\n+OK')[0] ?? ''));
  });
}
