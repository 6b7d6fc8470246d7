import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKintell } from '@teei/programs/sample';
import { newId } from '@teei/runtime/id';
import { createLog } from '@teei/runtime/log';
import { subgraphNames } from '@teei/runtime/subgraph-names';
import { createStack } from '@teei/stack/create-stack';
import { freePort } from '@teei/stack/embedded-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Caller } from '../caller.ts';
import { type RecomputedMetric, recomputedMetrics } from '../company-data.ts';
import { follow, fromTheBeginning } from '../follow.ts';
import { expectedAccount, importIn, planFile, startImport } from '../importing.ts';
import { recordEvent } from '../record-events.ts';
import { settled } from '../settled.ts';
import { until } from '../until.ts';
import { createEndpoint, sendWebhook, type WebhookSender } from '../webhook-sender.ts';
import {
  childrenOf,
  databaseUrlIn,
  type Program,
  processesNaming,
  type RunningProcess,
  startProgram,
} from './program.ts';

/** `npm run start:distributed`: what one process does, done by eight. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const surroundings = { PATH: process.env.PATH, HOME: process.env.HOME, QUERY_UNITS_PER_DAY: 'off' };
const email = 'admin@distributed.example';
const password = 'a-password-for-tests';

let folder: string;
let platform: Program;
let url: string;
let companyId: string;
let admin: Caller;
let sql: pg.Pool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teei-distributed-'));
  // PostgreSQL runs as a user of its own when we are root, and must get to its folder.
  await chmod(folder, 0o755);
  companyId = await makeCompany();
  const port = await freePort();
  url = `http://localhost:${port}`;
  platform = start(['--data', folder, '--port', String(port)]);
  await platform.says('✓ ready', 180);
  sql = new pg.Pool({ connectionString: await databaseUrlIn(folder), max: 2 });
  sql.on('error', () => undefined);
});

afterAll(async () => {
  await sql?.end();
  platform?.child.kill('SIGTERM');
  await platform?.ended;
  await rm(folder, { recursive: true, force: true });
});

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  return startProgram('distributed', args, { ...surroundings, ...env });
}

/** With the same data folder in one process, which the processes then go on with. */
async function makeCompany(): Promise<string> {
  const stack = await createStack({ dataFolder: folder, port: 0, log: createLog('test', 'silent') });
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const id = newId();
  await client.query("INSERT INTO profile.company (id, name, slug) VALUES ($1, 'Distributed', 'distributed')", [id]);
  const userId = await stack.identity.ensureUser({ email, name: 'Administrator', password });
  await client.query(
    "INSERT INTO profile.member (id, company_id, user_id, name, email, role) VALUES ($1, $2, $3, 'Administrator', $4, 'COMPANY_ADMIN')",
    [newId(), id, userId, email],
  );
  await client.end();
  await stack.destroy();
  return id;
}

describe('eight processes', () => {
  test('are a router, six subgraphs and the database', async () => {
    const commands = (await childrenOf(platform.child.pid)).map(({ command }) => command);
    for (const name of subgraphNames) {
      expect(commands.filter((command) => command.endsWith(`subgraph-process.mjs ${name}`))).toHaveLength(1);
    }
    expect(commands.filter((command) => command.endsWith('router-process.mjs'))).toHaveLength(1);
    expect(commands.filter((command) => command.includes('postgres'))).toHaveLength(1);
  });

  test('let people sign in, and answer what spans subgraphs', async () => {
    admin = await new Caller(url).signIn(email, password);
    const answer = await admin.get<object>(
      '{ viewer { member { email } company { name } } imports(first: 1) { totalCount } metrics(grain: ALL_TIME) { value } }',
    );
    expect(answer).toMatchObject({
      viewer: { member: { email }, company: { name: 'Distributed' } },
      imports: { totalCount: 0 },
    });
  });

  test('serve the cockpit, and refuse a subgraph to whoever has no word of the router', async () => {
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('id="root"');
    const [, subgraph = ''] = platform.said().match(/profile\s+(http\S+)/) ?? [];
    const body = JSON.stringify({ query: '{ viewer { member { email } } }' });
    const headers = { 'content-type': 'application/json' };
    const anonymous = await (await fetch(subgraph, { method: 'POST', headers, body })).json();
    expect(anonymous.data?.viewer ?? null).toBeNull();
    const forged = await fetch(subgraph, {
      method: 'POST',
      headers: { ...headers, 'x-teei-viewer': 'e30.e30.' },
      body,
    });
    expect((await forged.json()).data?.viewer ?? null).toBeNull();
  });

  test('hand out the audit log as a file, from the process that keeps it, to whoever may read it', async () => {
    const file = await fetch(`${url}/files/audit-log.csv`, { headers: admin.headers });
    expect([file.status, await file.text()]).toEqual([200, expect.stringMatching(/^\uFEFF?position,occurred_at/)]);
    expect((await fetch(`${url}/files/audit-log.csv`)).status).toBe(401);
  });

  test('import a file, live, and come to the numbers that SQL counts', async () => {
    const sample = generateKintell({ rows: 1_500, seed: 91, dirt: 0.06 });
    const planned = await planFile(admin, [...sample.chunks].join(''));
    expect(planned.plan).toEqual(expectedAccount(sample.account));
    const socket = admin.socket();
    const progress = follow<{ importProgress: { import: { status: string } } }>(
      socket,
      'subscription ($id: ID!, $after: String) { importProgress(id: $id, after: $after) { import { status } } }',
      { id: planned.id, after: fromTheBeginning },
    );
    const updates = follow<{ metricsUpdated: { metrics: { name: string }[] } }>(
      socket,
      'subscription ($after: String) { metricsUpdated(after: $after) { metrics { name } } }',
      { after: fromTheBeginning },
    );
    await until('state that it has now', () => progress.events.length > 0);
    await startImport(admin, planned.id);
    const done = await importIn(admin, planned.id, 'COMPLETED');
    expect(done.account).toEqual(expectedAccount(sample.account));
    await until('end in the progress', () => progress.events.at(-1)?.importProgress.import.status === 'COMPLETED');
    await settled(sql);
    await until('news of the numbers', () => updates.events.length > 0);
    await socket.dispose();
    const { metrics } = await admin.get<{ metrics: RecomputedMetric[] }>(
      '{ metrics(grain: ALL_TIME, name: SESSIONS) { name value } }',
    );
    const counted = (await recomputedMetrics(sql, companyId)).filter(({ month }) => month === null);
    expect(metrics[0]?.value).toBe(sample.account.distinctSessions);
    expect(counted.find(({ name }) => name === 'SESSIONS')?.value).toBe(sample.account.distinctSessions);
    const errors = await fetch(`${url}${done.errorFileUrl}`, { headers: admin.headers });
    expect(errors.headers.get('content-type')).toContain('text/csv');
    expect((await errors.text()).match(/MISSING_EMAIL/g)).toHaveLength(sample.account.missingParticipantEmail);
  });

  test('take webhooks at the router, make records of them in one process and milestones in another', async () => {
    const sender = await createEndpoint(admin, { source: 'buddy' });
    const pair = { mentee: { email: 'far@example.org' }, mentor: { email: 'near@example.com' } };
    const bodies = [
      recordEvent('match.created', { match_id: 'D-1', ...pair, created_at: '2026-02-01' }),
      recordEvent('event.logged', { match_id: 'D-1', event_type: 'Walk', held_at: '2026-02-02' }),
    ];
    for (const body of bodies) expect((await sendWebhook(url, sender, body)).status).toBe(202);
    for (const body of bodies) expect((await sendWebhook(url, sender, body)).status).toBe(200);
    expect((await sendWebhook(url, sender, bodies[0] ?? {}, { secret: `whsec_${'A'.repeat(43)}=` })).status).toBe(401);
    await processed(sender, 2);
    await settled(sql);
    const { rows } = await sql.query<{ name: string }>(
      'SELECT name FROM profile.journey_milestone WHERE company_id = $1 AND name = $2',
      [companyId, 'first_buddy_meeting'],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('when one subgraph is killed', () => {
  const query = '{ viewer { company { name } } metrics(grain: ALL_TIME) { value } }';

  test('what needs it is missing from the answer with a code, and the rest is there', async () => {
    const outcomes = (await childrenOf(platform.child.pid)).find(({ command }) => command.endsWith(' outcomes'));
    process.kill(outcomes?.id ?? 0, 'SIGKILL');
    await platform.says('outcomes ended');
    const answer = await until('partial answer', async () => {
      const found = await admin.ask<{ viewer: unknown; metrics: unknown }>(query);
      return found.errors && found;
    });
    expect(answer.data).toEqual({ viewer: { company: { name: 'Distributed' } }, metrics: null });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({ path: ['metrics'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
    expect(answer.errors?.[0]?.extensions.remedy).toBeTruthy();
  });

  test('its breaker opens, and Prometheus sees it', async () => {
    await until('open breaker', async () => {
      await admin.ask(query);
      return (await metricsText()).includes('router_subgraph_breaker{subgraph="outcomes"} 2');
    });
    expect(await metricsText()).toContain('router_subgraph_breaker{subgraph="programs"} 0');
  });

  test('it is started again, and answers are whole as before', async () => {
    await platform.says('outcomes is there again');
    await until('whole answer', async () => !(await admin.ask(query)).errors);
    expect(await metricsText()).toContain('router_subgraph_breaker{subgraph="outcomes"} 0');
    expect(await servicesOf(platform)).toHaveLength(7);
  });

  test('a webhook that comes meanwhile is not accepted, and is taken once when it comes again', async () => {
    const sender = await createEndpoint(admin, { source: 'buddy' });
    const programs = (await childrenOf(platform.child.pid)).find(({ command }) => command.endsWith(' programs'));
    kill(programs);
    await platform.says('programs ended');
    const body = recordEvent('match.created', {
      match_id: 'D-2',
      mentee: { email: 'later@example.org' },
      mentor: { email: 'near@example.com' },
      created_at: '2026-02-03',
    });
    const sent = await sendWebhook(url, sender, body);
    expect(sent.status).toBe(503);
    expect(Number(sent.headers.get('retry-after'))).toBeGreaterThan(0);
    await until('acceptance', async () => (await sendWebhook(url, sender, body)).status === 202);
    expect((await sendWebhook(url, sender, body)).status).toBe(200);
    await processed(sender, 1);
  });

  test('so is the router, at the same address, and whoever was signed in still is', async () => {
    const router = (await servicesOf(platform)).find(({ command }) => command.includes('router-process.mjs'));
    kill(router);
    await platform.says('router is there again');
    expect((await admin.ask(query)).errors).toBeUndefined();
  });
});

describe('stopping', () => {
  test('ends every process, with code 0', async () => {
    const services = await servicesOf(platform);
    expect(services).toHaveLength(7);
    platform.child.kill('SIGINT');
    expect(await platform.ended).toBe(0);
    expect(services.filter(({ id }) => isAlive(id))).toEqual([]);
    expect(await processesNaming(folder)).toEqual([]);
  });

  test('happens by itself to what is left when the first process is killed', async () => {
    const again = start(['--data', folder, '--port', '0']);
    await again.says('✓ ready', 180);
    const services = await servicesOf(again);
    expect(services).toHaveLength(7);
    again.child.kill('SIGKILL');
    await until('end of every service', () => services.every(({ id }) => !isAlive(id)));
    const taker = start(['--data', folder, '--port', '0']);
    await taker.says('✓ ready', 180);
    taker.child.kill('SIGTERM');
    expect(await taker.ended).toBe(0);
    expect(await processesNaming(folder)).toEqual([]);
  });
});

test('a start that cannot work says so and ends with 1', async () => {
  const args = ['--data', join(folder, 'other'), '--port', '0'];
  const noSecret = start([...args, '--production']);
  expect(await noSecret.ended).toBe(1);
  expect(noSecret.said()).toContain('Production needs TEEI_SECRET.');
  const noDatabase = start(args, { DATABASE_URL: 'postgresql://teei@127.0.0.1:1/teei' });
  expect(await noDatabase.ended).toBe(1);
  expect(noDatabase.said()).toContain('Check DATABASE_URL');
});

async function processed({ endpointId }: WebhookSender, count: number): Promise<void> {
  await until('end of handling', async () => {
    const { found } = await admin.get<{ found: { totalCount: number } }>(
      'query ($filter: WebhookDeliveryFilter) { found: webhookDeliveries(first: 1, filter: $filter) { totalCount } }',
      { filter: { endpointId, status: 'PROCESSED' } },
    );
    return found.totalCount === count;
  });
}

async function metricsText(): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}

async function servicesOf({ child }: Program): Promise<RunningProcess[]> {
  return (await childrenOf(child.pid)).filter(({ command }) => command.includes('-process.mjs'));
}

/** Never with a number that is not there: 0 would be this whole group of processes. */
function kill(one: RunningProcess | undefined): void {
  if (one === undefined) throw new Error('the process to kill is not there');
  process.kill(one.id, 'SIGKILL');
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
