import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createLog } from '@teei/runtime/log';
import { createStack } from '@teei/stack/create-stack';
import { startEmbeddedPostgres } from '@teei/stack/embedded-postgres';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Caller } from './caller.ts';
import { migratedDataFolder } from './data-template.ts';
import { startPlatformProcess } from './platform-process.ts';
import { type Company, populate, startTestStack, type TestStack } from './with-stack.ts';

const logging = `mutation Log($input: LogVolunteerHoursInput!) { logVolunteerHours(input: $input) {
  ... on VolunteerHoursSaved { activities { id hours volunteer { id email } } } ... on Refused { code } } }`;
const given = { volunteerEmail: 'kari@firma.example', activityDate: '2026-03-14T00:00:00.000Z', hours: 2 };

let platform: TestStack;
let company: Company;
let admin: Caller;
let key: string;

beforeAll(async () => {
  platform = await startTestStack();
}, 120_000);
afterAll(() => platform.close());
beforeEach(async () => {
  company = await platform.addCompany('Once');
  admin = await platform.administrator(company);
  key = randomUUID();
});

test('the same request again gets the same answer, to the last byte, and does nothing', async () => {
  const first = await send(admin, given);
  const second = await send(admin, {
    hours: 2,
    activityDate: given.activityDate,
    volunteerEmail: given.volunteerEmail,
  });
  expect(first.text).toContain('kari@firma.example');
  expect(second).toEqual({ status: 200, text: first.text, replayed: 'true' });
  expect(first.replayed).toBeNull();
  expect(await entries()).toBe(1);
});

test('without a key, or under another, it is another request', async () => {
  await send(admin, given);
  await send(admin, given, randomUUID());
  await (await admin.send({ query: logging, variables: { input: given } })).text();
  expect(await entries()).toBe(3);
});

test('another input or another operation under the key is refused, with a stable code', async () => {
  await send(admin, given);
  for (const body of [
    { query: logging, variables: { input: { ...given, hours: 3 } } },
    { query: `${logging} `, variables: { input: given } },
    { query: 'mutation { startImport(id: "x") { __typename } }' },
  ]) {
    const response = await admin.with({ 'idempotency-key': key }).send(body);
    expect([response.status, await codeOf(response)]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  }
  expect(await entries()).toBe(1);
});

test('of thirty at the same moment one is executed; the others wait their turn or get its answer', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => send(admin, given)));
  expect(await entries()).toBe(1);
  const executed = answers.filter(({ status, replayed }) => status === 200 && replayed === null);
  expect(executed).toHaveLength(1);
  for (const { status, text, replayed } of answers) {
    if (status === 409) expect(text).toContain('IDEMPOTENCY_KEY_IN_FLIGHT');
    else expect([text, replayed === 'true' || replayed === null]).toEqual([executed[0]?.text, true]);
  }
  expect((await send(admin, given)).text).toBe(executed[0]?.text);
});

test('what is refused before it is executed leaves the key free; a refusal that is an answer is kept', async () => {
  const wrong = await admin.with({ 'idempotency-key': key }).send({ query: logging, variables: { input: {} } });
  expect(await codeOf(wrong)).toBe('VARIABLES_INVALID');
  const refused = await send(admin, { ...given, hours: 25 });
  expect(refused.text).toContain('HOURS_NOT_USABLE');
  expect(await send(admin, { ...given, hours: 25 })).toEqual({ ...refused, replayed: 'true' });
});

test('a key belongs to one person in one company', async () => {
  await platform.addMember(company, `user@${company.id}.example`, 'COMPANY_USER');
  const other = await platform.administrator(await platform.addCompany('Other'));
  await send(admin, given);
  for (const caller of [await platform.signIn(`user@${company.id}.example`), other])
    expect((await send(caller, given)).replayed).toBeNull();
  expect(await entries()).toBe(2);
});

test.each(['', 'with space', 'x'.repeat(256), 'ключ'])('the key %j is refused', async (bad) => {
  const header = Buffer.from(bad).toString('latin1');
  const response = await admin
    .with({ 'idempotency-key': header })
    .send({ query: logging, variables: { input: given } });
  expect([response.status, await codeOf(response)]).toEqual([400, 'IDEMPOTENCY_KEY_INVALID']);
});

test('an answer that shows a secret is replayed from what is sealed, bound to its row', async () => {
  const creation = {
    query: createKey,
    variables: { input: { name: 'Partner', scopes: ['metrics:read'], expiresInDays: 30 } },
  };
  const caller = admin.with({ 'idempotency-key': key });
  const [first, second] = [await (await caller.send(creation)).text(), await (await caller.send(creation)).text()];
  const secret = /teei_[\w-]{20,}/.exec(first)?.[0] ?? '';
  expect(secret).not.toBe('');
  expect(second).toBe(first);
  const { rows } = await platform.sql.query('SELECT * FROM identity.idempotent_answer WHERE company_id = $1', [
    company.id,
  ]);
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(rows).toHaveLength(1);
  expect(rows[0].answer).toMatch(/^s1\./);
  expect(
    (await platform.sql.query('SELECT count(*)::int AS n FROM profile.api_key WHERE company_id = $1', [company.id]))
      .rows,
  ).toEqual([{ n: 1 }]);
});

test('after a day the key is free', async () => {
  await send(admin, given);
  await age("expires_at = now() - interval '1 second'");
  expect((await send(admin, { ...given, hours: 3 })).replayed).toBeNull();
  expect(await entries()).toBe(2);
});

test('a request that never came to its answer is not executed again: nobody knows whether it took effect', async () => {
  await send(admin, given);
  await age('answer = NULL');
  expect((await send(admin, given)).text).toContain('IDEMPOTENCY_KEY_IN_FLIGHT');
  await age("answer = NULL, ends_by = now() - interval '1 second'");
  const unknown = await send(admin, given);
  expect([unknown.status, unknown.text]).toEqual([409, expect.stringContaining('IDEMPOTENCY_OUTCOME_UNKNOWN')]);
  expect(await entries()).toBe(1);
});

describe('a process that is killed', () => {
  test('has left its answer for the next one', async () => {
    const folder = await migratedDataFolder();
    const database = await startEmbeddedPostgres(folder, () => undefined);
    const stack = await createStack({
      dataFolder: folder,
      databaseUrl: database.url,
      port: 0,
      log: createLog('test', 'silent'),
    });
    const sql = new pg.Pool({ connectionString: database.url });
    // Stopping the server may end idle connections before the pool has closed them.
    sql.on('error', () => undefined);
    const people = populate(stack, sql);
    const { headers } = await people.administrator(await people.addCompany('Killed'));
    await stack.destroy();
    const before = await startPlatformProcess(folder, database.url);
    const first = await send(new Caller(before.url, headers), given);
    await before.kill();
    const after = await startPlatformProcess(folder, database.url);
    expect(await send(new Caller(after.url, headers), given)).toEqual({ ...first, replayed: 'true' });
    await after.kill();
    const { rows } = await sql.query('SELECT count(*)::int AS n FROM programs.volunteer_activity');
    expect(rows).toEqual([{ n: 1 }]);
    await sql.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }, 240_000);
});

const createKey = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  ... on ApiKeyIssued { secret apiKey { id } } ... on Refused { code message } } }`;

async function send(caller: Caller, input: Record<string, unknown>, under = key) {
  const response = await caller
    .with({ 'idempotency-key': under })
    .send({ query: logging, operationName: 'Log', variables: { input } });
  return {
    status: response.status,
    text: await response.text(),
    replayed: response.headers.get('idempotent-replayed'),
  };
}

async function codeOf(response: Response): Promise<string | undefined> {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

async function age(change: string): Promise<void> {
  await platform.sql.query(`UPDATE identity.idempotent_answer SET ${change} WHERE company_id = $1`, [company.id]);
}

async function entries(): Promise<number> {
  const { rows } = await platform.sql.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM programs.volunteer_activity WHERE company_id = $1',
    [company.id],
  );
  return rows[0]?.n ?? 0;
}
