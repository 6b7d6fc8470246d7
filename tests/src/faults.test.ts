import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateKintell } from '@teei/programs/sample';
import { createLog } from '@teei/runtime/log';
import { createStack } from '@teei/stack/create-stack';
import { type RunningPostgres, startEmbeddedPostgres } from '@teei/stack/embedded-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Caller } from './caller.ts';
import { companyData, factsThatDiffer, recomputedMetrics, storedMetrics } from './company-data.ts';
import { migratedDataFolder } from './data-template.ts';
import { expectedAccount, importFile, importIn, importOf, planFile, startImport, undoImport } from './importing.ts';
import { type PlatformProcess, startPlatformProcess } from './platform-process.ts';
import { seeded } from './seeded.ts';
import { isSettled, settled } from './settled.ts';
import { until } from './until.ts';
import { type Company, populate } from './with-stack.ts';

// 3 % of the rows are doubled, 3 % corrected later, and 1.5 % each lack the participant and the volunteer.
const generated = generateKintell({ rows: 6_000, seed: 51, dirt: 0.06, corrections: true });
const file = [...generated.chunks].join('');

/** What the file comes to when nothing goes wrong. */
let undisturbed: Awaited<ReturnType<typeof companyData>>;

describe('an import whose platform is killed again and again', () => {
  let folder: string;
  let database: RunningPostgres;
  let sql: pg.Pool;
  let victim: Victim | undefined;
  let company: Company;
  let kills: number;
  let end: Ending;

  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await startEmbeddedPostgres(folder, () => undefined);
    sql = openOwner(database.url);
    const stack = await createStack({ dataFolder: folder, databaseUrl: database.url, port: 0, log: silent });
    const people = populate(stack, sql);
    const clean = await people.addCompany('Undisturbed');
    await importFile(await people.administrator(clean), file);
    await settled(sql);
    undisturbed = await companyData(sql, clean.id);
    company = await people.addCompany('Disturbed');
    const { headers } = await people.administrator(company);
    await stack.destroy();
    victim = new Victim(() => startPlatformProcess(folder, database.url), headers);
    await victim.begin();
    kills = await victim.killWhileWorking(sql, company, { most: 16, seed: 52 });
    end = await victim.finish(sql);
  }, 600_000);
  afterAll(async () => {
    await victim?.kill();
    await sql.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('was killed in the middle of its work 16 times', () => expect(kills).toBe(16));

  test('ends with an account that adds up to what the file was made with', () => {
    expect(end.account).toEqual(expectedAccount(generated.account));
  });

  test('comes to the sessions, people, scores and metrics of a run that nothing disturbed', async () => {
    expect(await companyData(sql, company.id)).toEqual(undisturbed);
  });

  test('has lost nothing and counted nothing twice', () => nothingLostOrDoubled(sql, company));
});

describe('an import on the built-in database that is killed with its platform', () => {
  let folder: string;
  let sql: pg.Pool;
  let victim: Victim | undefined;
  let company: Company;
  let end: Ending;

  beforeAll(async () => {
    folder = await temporaryFolder();
    const stack = await createStack({ dataFolder: folder, port: 0, log: silent });
    const owner = openOwner(stack.databaseUrl);
    const people = populate(stack, owner);
    company = await people.addCompany('Power cut');
    const { headers } = await people.administrator(company);
    await owner.end();
    await stack.destroy();
    victim = new Victim(() => startPlatformProcess(folder), headers);
    await victim.begin();
    for (let round = 0; round < 4; round++) {
      const watching = openOwner(await builtInDatabase(folder));
      await victim.killWhileWorking(watching, company, {
        most: 1,
        seed: 60 + round,
        beforeRestart: () => endQuietly(watching, round % 2 === 0 ? folder : undefined),
      });
    }
    sql = openOwner(await builtInDatabase(folder));
    end = await victim.finish(sql);
  }, 600_000);
  afterAll(async () => {
    await victim?.kill();
    await sql.end();
    await stopBuiltIn(folder, 'SIGINT');
    await rm(folder, { recursive: true, force: true });
  });

  test('ends with an account that adds up to what the file was made with', () => {
    expect(end.account).toEqual(expectedAccount(generated.account));
  });

  test('comes to the sessions, people, scores and metrics of a run that nothing disturbed', async () => {
    expect(await companyData(sql, company.id)).toEqual(undisturbed);
  });

  test('has lost nothing and counted nothing twice', () => nothingLostOrDoubled(sql, company));
});

interface Ending {
  readonly account: Awaited<ReturnType<typeof importOf>>['account'];
}

/** A platform that is started, given an import, killed and started again. */
class Victim {
  readonly #start: () => Promise<PlatformProcess>;
  readonly #headers: Caller['headers'];
  #process: PlatformProcess | undefined;
  #importId = '';

  constructor(start: () => Promise<PlatformProcess>, headers: Caller['headers']) {
    this.#start = start;
    this.#headers = headers;
  }

  get #caller(): Caller {
    return new Caller(this.#process?.url ?? '', this.#headers);
  }

  async begin(): Promise<void> {
    this.#process = await this.#start();
    await this.#importFile();
  }

  async #importFile(): Promise<void> {
    const { id } = await planFile(this.#caller, file);
    this.#importId = id;
    await startImport(this.#caller, id);
  }

  /** A fast machine is done before it was killed often enough: then all is taken back and begins anew. */
  async #beginAnewWhenDone(sql: pg.Pool): Promise<void> {
    const { status } = await importOf(this.#caller, this.#importId);
    if (status !== 'COMPLETED' || !(await isSettled(sql))) return;
    await undoImport(this.#caller, this.#importId);
    await importIn(this.#caller, this.#importId, 'UNDONE');
    await settled(sql);
    await this.#importFile();
  }

  /** Kills at a random moment, up to half a second after work was seen to move. */
  async killWhileWorking(
    sql: pg.Pool,
    company: Company,
    { most, seed, beforeRestart }: { most: number; seed: number; beforeRestart?: () => Promise<void> },
  ): Promise<number> {
    const random = seeded(seed);
    for (let kills = 0; kills < most; kills++) {
      const before = await workDone(sql, company);
      await until('work on the import or its events', async () => {
        if ((await workDone(sql, company)) !== before) return true;
        await this.#beginAnewWhenDone(sql);
        return false;
      });
      await pause(random() * 500);
      await this.#process?.kill();
      await beforeRestart?.();
      this.#process = await this.#start();
    }
    return most;
  }

  async finish(sql: pg.Pool): Promise<Ending> {
    const done = await importIn(this.#caller, this.#importId, 'COMPLETED');
    await settled(sql);
    return done;
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
  }
}

/** Grows with every batch of rows stored and every batch of events handled. */
async function workDone(sql: pg.Pool, company: Company): Promise<string> {
  const { rows } = await sql.query<{ done: string }>(
    `SELECT (SELECT sum(rows_read) FROM programs.import WHERE company_id = $1) || ' '
      || (SELECT count(*) FROM outcomes.inbox WHERE company_id = $1) AS done`,
    [company.id],
  );
  return rows[0]?.done ?? '';
}

async function nothingLostOrDoubled(sql: pg.Pool, company: Company): Promise<void> {
  expect(await factsThatDiffer(sql, company.id)).toEqual([]);
  expect(await storedMetrics(sql, company.id)).toEqual(await recomputedMetrics(sql, company.id));
  for (const schema of ['profile', 'programs', 'outcomes', 'privacy', 'reports', 'deliveries']) {
    const { rows } = await sql.query(`SELECT consumer, error FROM ${schema}.dead_letter`);
    expect(rows).toEqual([]);
  }
  const { rows } = await sql.query('SELECT queue, state, failed_reason FROM bullmq.job WHERE scheduler_id IS NULL');
  expect(rows).toEqual([]);
}

const silent = createLog('test', 'silent');

async function temporaryFolder(): Promise<string> {
  const folder = await migratedDataFolder();
  return folder;
}

function openOwner(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // The server is killed under its connections.
  pool.on('error', () => undefined);
  return pool;
}

/** Line 1 of this file is the server's process, line 4 its port. */
async function serverOf(folder: string): Promise<{ readonly pid: number; readonly port: number }> {
  const lines = (await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

async function builtInDatabase(folder: string): Promise<string> {
  return `postgresql://teei:teei-local@127.0.0.1:${(await serverOf(folder)).port}/teei`;
}

async function stopBuiltIn(folder: string, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
  const { pid } = await serverOf(folder);
  process.kill(pid, signal);
  await until('end of the database', () => !isAlive(pid), 15);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** With a folder the database of that folder is killed too. */
async function endQuietly(watching: pg.Pool, folder: string | undefined): Promise<void> {
  await watching.end();
  if (folder !== undefined) await stopBuiltIn(folder, 'SIGKILL');
}
