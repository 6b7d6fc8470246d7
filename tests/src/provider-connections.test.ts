import { createGuardedFetch } from '@teei/runtime/guarded-fetch';
import { newId } from '@teei/runtime/id';
import { createSealer } from '@teei/runtime/sealed-secret';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProviderCalls } from '../../subgraphs/programs/src/connectors/provider-calls.ts';
import { pullConnection } from '../../subgraphs/programs/src/jobs/pull-connection.ts';
import { oneRosterService, xapiStore } from '../../subgraphs/programs/src/testing/fake-forms.ts';
import {
  type FakeProvider,
  type FakeRecord,
  startFakeProvider,
} from '../../subgraphs/programs/src/testing/fake-provider.ts';
import type { Caller } from './caller.ts';
import { until } from './until.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

// Connections to learning providers on the whole platform, with providers on this machine that speak the wire format.
let platform: TestStack;
let company: Company;
let admin: Caller;
const fakes: FakeProvider[] = [];
const people = new Map<string, string>();

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Aurora');
  admin = await platform.administrator(company);
  for (let index = 0; index < 20; index++) {
    const [id, email] = [newId(), `person${index}@example.org`];
    await platform.sql.query('INSERT INTO profile.participant (id, company_id, email) VALUES ($1, $2, $3)', [
      id,
      company.id,
      email,
    ]);
    people.set(email, id);
  }
}, 120_000);
afterAll(async () => {
  await Promise.all(fakes.map((fake) => fake.close()));
  await platform.close();
});

test('a new connection is pulled at once, and its records become completions', async () => {
  const fake = await provider(oneRosterService());
  fake.records = records(150);
  const id = await connect(fake, 'School');
  const run = await lastRun(id);
  expect(run).toMatchObject({ status: 'COMPLETED', failure: null, account: { read: 151, created: 150, unchanged: 1 } });
  const { rows } = await platform.sql.query(
    `SELECT count(*)::int AS completions, count(DISTINCT participant_id)::int AS participants FROM programs.course_completion
      WHERE company_id = $1`,
    [company.id],
  );
  expect(rows[0]).toEqual({ completions: 20, participants: 20 });
  await runNow(id);
  const again = await until('second run', async () => {
    const next = await lastRun(id);
    return next.id === run.id ? undefined : next;
  });
  expect(again).toMatchObject({ status: 'COMPLETED', account: { created: 0, updated: 0 } });
});

test('the secret is kept sealed, for this row alone, and is shown nowhere', async () => {
  const fake = await provider(xapiStore);
  const id = await connect(fake, 'Store');
  const { rows } = await platform.sql.query('SELECT secret FROM programs.provider_connection WHERE id = $1', [id]);
  expect(rows[0].secret).toMatch(/^s1\./);
  expect(rows[0].secret).not.toContain(fake.secret);
  const other = createSealer('a secret that is not the one of the platform');
  expect(() =>
    other.open(rows[0].secret, { companyId: company.id, table: 'programs.provider_connection', id }),
  ).toThrow();
  const shown = await admin.ask(
    '{ providerConnections { nodes { name baseUrl clientId tokenUrl lastRun { failure { message } } } } }',
  );
  expect(JSON.stringify(shown)).not.toContain(fake.secret);
});

test('a wrong secret fails the run with what to do, and another one mends it', async () => {
  const fake = await provider(xapiStore);
  const id = await connect(fake, 'Locked', 'wrong secret');
  expect(await lastRun(id)).toMatchObject({ status: 'FAILED', failure: { code: 'PROVIDER_UNAUTHORIZED' } });
  expect(await tested(id)).toMatchObject({ problem: { code: 'PROVIDER_UNAUTHORIZED' } });
  const moved = await update({ id, baseUrl: 'https://elsewhere.example/' });
  expect(moved).toMatchObject({ code: 'CONNECTION_SECRET' });
  await update({ id, secret: fake.secret });
  expect(await tested(id)).toMatchObject({ problem: null });
  await until('a run that succeeds', async () => (await lastRun(id)).status === 'COMPLETED');
});

test('a disabled connection is not pulled, and runs again when asked', async () => {
  const fake = await provider(xapiStore);
  const id = await connect(fake, 'Paused');
  await lastRun(id);
  const { disableProviderConnection } = await admin.get<{ disableProviderConnection: object }>(
    `mutation ($id: ID!) { disableProviderConnection(id: $id) { ... on ProviderConnectionChanged { connection { status nextRunAt } } } }`,
    { id },
  );
  expect(disableProviderConnection).toMatchObject({ connection: { status: 'DISABLED', nextRunAt: null } });
  expect(await runNow(id)).toMatchObject({ connection: { status: 'ACTIVE' } });
});

test('a pull that dies between two pages goes on behind the last one that was stored', async () => {
  const fake = await provider(xapiStore);
  fake.records = records(130, 40);
  const { programs } = platform.stack.subgraphs;
  const id = newId();
  const secret = programs.parts.platform.sealer.seal(fake.secret, {
    companyId: company.id,
    table: 'programs.provider_connection',
    id,
  });
  await platform.sql.query(
    `INSERT INTO programs.provider_connection (id, company_id, provider, name, base_url, settings, secret, interval_minutes, turn, created_by)
      VALUES ($1, $2, 'XAPI', 'Dying', $3, $4, $5, 60, 1, 'test')`,
    [id, company.id, fake.baseUrl, fake.settings, secret],
  );
  const callsFor = createProviderCalls(createGuardedFetch({ allowedHosts: [fake.host] }), async () => undefined);
  const find = async (_: string, wanted: readonly unknown[]) => wanted.map(() => [...people.values()][0] ?? null);
  let pages = 0;
  const dying = {
    find: async (companyId: string, wanted: readonly unknown[]) => {
      if (++pages === 2) throw new Error('killed');
      return find(companyId, wanted);
    },
  };
  const pull = { companyId: company.id, connectionId: id, turn: 1 };
  await expect(pullConnection(programs.parts, { callsFor, people: dying }, pull)).rejects.toThrow('killed');
  const asked = fake.calls.length;
  await pullConnection(programs.parts, { callsFor, people: { find } }, pull);
  expect(fake.calls.slice(asked).some((call) => call.startsWith('GET /xapi/statements'))).toBe(false);
  const { rows } = await platform.sql.query(
    `SELECT status, pages, records_read, records_created FROM programs.provider_run WHERE connection_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ status: 'COMPLETED', pages: 3, records_read: 130, records_created: 130 }]);
  // A worker that comes late finds its turn over.
  await pullConnection(programs.parts, { callsFor, people: { find } }, pull);
  const { rows: runs } = await platform.sql.query(
    'SELECT count(*)::int AS runs FROM programs.provider_run WHERE connection_id = $1',
    [id],
  );
  expect(runs).toEqual([{ runs: 1 }]);
});

test.each([
  ['an address that is none', { baseUrl: 'nonsense' }, 'CONNECTION_ADDRESS'],
  ['a password in the address', { baseUrl: 'https://me:secret@lms.example/' }, 'CONNECTION_ADDRESS'],
  ['no name', { name: ' ' }, 'CONNECTION_NAME'],
  ['no secret', { secret: '' }, 'CONNECTION_SECRET'],
  ['a token without a client', { tokenUrl: 'https://lms.example/token' }, 'CONNECTION_CLIENT'],
  ['too short an interval', { intervalMinutes: 1 }, 'CONNECTION_INTERVAL'],
])('a connection with %s is refused', async (_, wrong, code) => {
  expect(
    await create({ provider: 'XAPI', name: 'LMS', baseUrl: 'https://lms.example/', secret: 'secret', ...wrong }),
  ).toMatchObject({ code });
});

test('a connection into the private network fails without a call', async () => {
  const { connection } = (await create({
    provider: 'XAPI',
    name: 'Inside',
    baseUrl: 'https://10.0.0.7/',
    secret: 'secret',
  })) as {
    connection: { id: string };
  };
  expect(await lastRun(connection.id)).toMatchObject({
    status: 'FAILED',
    failure: { code: 'PROVIDER_ADDRESS_REFUSED' },
  });
});

async function provider(form: Parameters<typeof startFakeProvider>[0]): Promise<FakeProvider> {
  const fake = await startFakeProvider(form);
  fakes.push(fake);
  return fake;
}

function records(count: number, firstCourse = 0): FakeRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    id: newId(),
    email: `person${index % 20}@example.org`,
    courseId: `https://lms.example/courses/${firstCourse}`,
    courseName: 'Customer service',
    changedAt: new Date(Date.UTC(2026, 2, 1) + index * 60_000).toISOString(),
    completedAt: '2026-02-01T10:00:00.000Z',
    progress: 100,
    score: 80,
    withdrawn: false,
  }));
}

async function connect(fake: FakeProvider, name: string, secret = fake.secret): Promise<string> {
  const { provider: kind, baseUrl, settings } = fake;
  const made = await create({ provider: kind, name, baseUrl, ...settings, secret });
  return (made as { connection: { id: string } }).connection.id;
}

async function create(input: object): Promise<object> {
  const { createProviderConnection } = await admin.get<{ createProviderConnection: object }>(
    `mutation ($input: CreateProviderConnectionInput!) { createProviderConnection(input: $input) {
      ... on ProviderConnectionChanged { connection { id } } ... on Refused { code } } }`,
    { input },
  );
  return createProviderConnection;
}

async function update(input: object): Promise<object> {
  const { updateProviderConnection } = await admin.get<{ updateProviderConnection: object }>(
    `mutation ($input: UpdateProviderConnectionInput!) { updateProviderConnection(input: $input) {
      ... on ProviderConnectionChanged { connection { id } } ... on Refused { code } } }`,
    { input },
  );
  return updateProviderConnection;
}

async function runNow(id: string): Promise<object> {
  const { runProviderConnection } = await admin.get<{ runProviderConnection: object }>(
    'mutation ($id: ID!) { runProviderConnection(id: $id) { ... on ProviderConnectionChanged { connection { status } } } }',
    { id },
  );
  return runProviderConnection;
}

async function tested(id: string): Promise<object> {
  const { testProviderConnection } = await admin.get<{ testProviderConnection: object }>(
    'mutation ($id: ID!) { testProviderConnection(id: $id) { ... on ProviderConnectionTested { records problem { code } } } }',
    { id },
  );
  return testProviderConnection;
}

interface Run {
  readonly id: string;
  readonly status: string;
}

/** The newest run, once it is over. */
function lastRun(id: string): Promise<Run> {
  return until('a run that is over', async () => {
    const { providerConnection } = await admin.get<{ providerConnection: { lastRun: Run | null } }>(
      `query ($id: ID!) { providerConnection(id: $id) { lastRun { id status failure { code } account { read created updated unchanged rejected } } } }`,
      { id },
    );
    const run = providerConnection.lastRun;
    return run === null || run.status === 'RUNNING' ? undefined : run;
  });
}
