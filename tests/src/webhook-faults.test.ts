import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { generateKintell } from '@teei/programs/sample';
import { createLog } from '@teei/runtime/log';
import { createStack } from '@teei/stack/create-stack';
import { type RunningPostgres, startEmbeddedPostgres } from '@teei/stack/embedded-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Caller } from './caller.ts';
import { factsThatDiffer, recomputedMetrics, storedMetrics } from './company-data.ts';
import { migratedDataFolder } from './data-template.ts';
import { expectedAccount, importIn, planFile, startImport } from './importing.ts';
import { type PlatformProcess, startPlatformProcess } from './platform-process.ts';
import { recordEvent } from './record-events.ts';
import { storedVersions, toldVersions } from './record-rows.ts';
import { seeded } from './seeded.ts';
import { settled } from './settled.ts';
import { until } from './until.ts';
import { createEndpoint, sendWebhook, sessionEvent, type WebhookSender } from './webhook-sender.ts';
import { type Company, populate } from './with-stack.ts';

// What a partner was told is kept is kept, whatever is killed: the platform with all that it does, or the database under it.

let folder: string;
let database: RunningPostgres;
let sql: pg.Pool;
let platform: PlatformProcess;
let kills: number;

beforeAll(async () => {
  folder = await migratedDataFolder();
  database = await startEmbeddedPostgres(folder, () => undefined);
  sql = new pg.Pool({ connectionString: database.url, max: 2 });
  // The server is killed under its connections.
  sql.on('error', () => undefined);
}, 60_000);

afterAll(async () => {
  await platform?.kill();
  await sql?.end();
  await database?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** As whoever supervises it does: again, when the machine is too busy for the first time. */
async function start(tries = 3): Promise<PlatformProcess> {
  try {
    return await startPlatformProcess(folder, database.url);
  } catch (error) {
    if (tries === 1) throw error;
    return start(tries - 1);
  }
}

interface Partner {
  readonly company: Company;
  readonly headers: Caller['headers'];
  readonly sender: WebhookSender;
}

/** Made on a platform in this process, which is gone before anything is killed. */
async function makePartner(name: string): Promise<Partner> {
  const log = createLog('test', 'silent');
  const stack = await createStack({ dataFolder: folder, databaseUrl: database.url, port: 0, log });
  const people = populate(stack, sql);
  const company = await people.addCompany(name);
  const admin = await people.administrator(company);
  const sender = await createEndpoint(admin, { source: 'partner' });
  const { headers } = admin;
  await stack.destroy();
  return { company, headers, sender };
}

const pairs = 40;
const versions = [0, 1, 2];
const at = (version: number) => `2026-03-01T10:0${version}:00Z`;

/** Of each of these: a session in three versions, a match, and a meeting of its pair in three versions. */
function everything(prefix: string): object[] {
  return Array.from({ length: pairs }, (_, index) => {
    const match_id = `${prefix}M${index}`;
    const mentee = { email: `${prefix}p${index}@example.org` };
    const mentor = { email: `${prefix}b${index % 5}@firma.example` };
    const event = { id: `${prefix}E${index}`, type: 'Walk', date: '2026-01-20' };
    return [
      ...versions.map((version) =>
        sessionEvent(`${prefix}S${index}`, {
          minutes: 10 + version,
          at: at(version),
          event_id: `${prefix}${index}-${version}`,
        }),
      ),
      recordEvent('buddy.match.created', { match_id, mentee, mentor, created_at: '2026-01-15' }),
      ...versions.map((version) =>
        recordEvent('buddy.event.logged', { match_id, event, duration_minutes: 30 + version }, { at: at(version) }),
      ),
    ];
  }).flat();
}

/** Sends as partners do: again and again until it is told that it came, and never after that. */
async function sendAll({ sender }: Partner, bodies: readonly object[], seed: number): Promise<void> {
  const random = seeded(seed);
  const waiting = bodies.map((body) => ({ body, rank: random() })).sort((a, b) => a.rank - b.rank);
  const lanes = Array.from({ length: 6 }, async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      await pause(random() * 60);
      while (!(await isAccepted(sender, next.body))) await pause(50);
    }
  });
  await Promise.all(lanes);
}

async function isAccepted(sender: WebhookSender, body: object): Promise<boolean> {
  try {
    const { status } = await sendWebhook(platform.url, sender, body);
    if (![200, 202, 503].includes(status)) throw new Error(`a webhook was answered with ${status}`);
    return status !== 503;
  } catch (error) {
    // Nobody is there, or whoever was there is gone before the answer.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Waits until every delivery is handled; what waits for its match need not wait for its next attempt. */
async function handled({ company }: Partner): Promise<void> {
  await until('end of handling', async () => {
    await sql.query(
      `UPDATE programs.webhook_delivery SET next_attempt_at = now() WHERE company_id = $1 AND status = 'RETRYING'`,
      [company.id],
    );
    const { rows } = await sql.query(
      `SELECT FROM programs.webhook_delivery WHERE company_id = $1 AND status <> 'PROCESSED' LIMIT 1`,
      [company.id],
    );
    return rows.length === 0;
  });
  await settled(sql);
}

/** Every delivery once, every record in its newest version, every version told once, and the numbers that follow from it. */
async function nothingLostOrDoubled({ company }: Partner, prefix: string, deliveries: number): Promise<void> {
  const { rows: kept } = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM programs.webhook_delivery WHERE company_id = $1 AND source = $2',
    [company.id, 'partner'],
  );
  expect(kept[0]?.count).toBe(deliveries);
  const { rows: sessions } = await sql.query<{ minutes: number }>(
    'SELECT duration_minutes AS minutes FROM programs.session WHERE company_id = $1 AND source_id LIKE $2',
    [company.id, `${prefix}S%`],
  );
  expect(sessions.map(({ minutes }) => minutes)).toEqual(Array(pairs).fill(12));
  const { rows: met } = await sql.query<{ minutes: number }>(
    'SELECT duration_minutes AS minutes FROM programs.buddy_event WHERE company_id = $1',
    [company.id],
  );
  expect(met.map(({ minutes }) => minutes)).toEqual(Array(pairs).fill(32));
  for (const [kind, type] of [
    ['BUDDY_MATCH', 'buddy.match.created'],
    ['BUDDY_EVENT', 'buddy.event.logged'],
  ] as const) {
    const stored = await storedVersions(sql, company.id, kind);
    expect(stored).toHaveLength(pairs);
    expect(await toldVersions(sql, company.id, type)).toHaveLength(
      stored.reduce((sum, { revision }) => sum + revision, 0),
    );
  }
  expect(await factsThatDiffer(sql, company.id)).toEqual([]);
  expect(await storedMetrics(sql, company.id)).toEqual(await recomputedMetrics(sql, company.id));
  for (const schema of ['profile', 'programs', 'outcomes', 'privacy', 'reports', 'deliveries']) {
    expect((await sql.query(`SELECT consumer, error FROM ${schema}.dead_letter`)).rows).toEqual([]);
  }
}

describe('webhooks whose platform is killed again and again', () => {
  let partner: Partner;
  const bodies = everything('one-');

  beforeAll(async () => {
    partner = await makePartner('Killed');
    platform = await start();
    const random = seeded(91);
    let isSending = true;
    const sending = sendAll(partner, bodies, 92).finally(() => (isSending = false));
    for (kills = 0; kills < 6 && isSending; kills++) {
      await pause(300 + random() * 700);
      await platform.kill();
      platform = await start();
    }
    await sending;
    await handled(partner);
  }, 300_000);

  test('is killed while they come in', () => expect(kills).toBeGreaterThanOrEqual(3));
  test('lose nothing that was accepted and count nothing twice', () =>
    nothingLostOrDoubled(partner, 'one-', bodies.length));
});

describe('webhooks and a file whose database crashes under the platform', () => {
  let partner: Partner;
  const bodies = everything('two-');
  const file = generateKintell({ rows: 8_000, seed: 93, dirt: 0.06, corrections: true });
  let account: object;
  let crashes = 0;

  beforeAll(async () => {
    await platform?.kill();
    partner = await makePartner('Crashed');
    platform = await start();
    const admin = new Caller(platform.url, partner.headers);
    const planned = await planFile(admin, [...file.chunks].join(''));
    await startImport(admin, planned.id);
    const random = seeded(94);
    const sending = sendAll(partner, bodies, 95);
    for (; crashes < 4; crashes++) {
      await pause(400 + random() * 600);
      await crash();
    }
    await sending;
    const done = await until('end of the import', () =>
      importIn(admin, planned.id, 'COMPLETED').catch((error: Error) => {
        // The platform says 5xx for as long as its database recovers.
        if (error.message.includes('failed at')) throw error;
        return false as const;
      }),
    );
    account = done.account;
    await handled(partner);
  }, 300_000);

  test('ends with an account that adds up', () => expect(account).toEqual(expectedAccount(file.account)));
  test('lose nothing that was accepted and count nothing twice', () =>
    nothingLostOrDoubled(partner, 'two-', bodies.length));
});

/**
 * Kills a process of the server that is working for the platform. PostgreSQL then ends all others, throws away what they share
 * and recovers from its log, as after a power cut; connections break, and what was not committed never was.
 */
async function crash(): Promise<void> {
  const pid = await until('server process', async () => {
    const { rows } = await sql.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
        ORDER BY xact_start NULLS LAST LIMIT 1`,
    );
    return rows[0]?.pid;
  });
  process.kill(pid, 'SIGKILL');
  await pause(200);
  await until('recovered database', () =>
    sql.query('SELECT 1').then(
      () => true,
      () => false,
    ),
  );
}
