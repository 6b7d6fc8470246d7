import { generateKintell, type KintellSample } from '@teei/programs/sample';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { companyData, factsThatDiffer, recomputedMetrics, storedMetrics } from './company-data.ts';
import { follow, fromNowOn, fromTheBeginning } from './follow.ts';
import {
  cancelImport,
  expectedAccount,
  type ImportAccount,
  type ImportState,
  importFields,
  importFile,
  importIn,
  importOf,
  planFile,
  startImport,
  undoImport,
} from './importing.ts';
import { settled } from './settled.ts';
import { until } from './until.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

let platform: TestStack;
let company: Company;
let admin: Caller;
let sample: KintellSample;
let file: string;
let first: ImportState;

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Importing');
  admin = await platform.administrator(company);
  sample = generateKintell({ rows: 10_000, seed: 11, dirt: 0.06, corrections: true });
  file = [...sample.chunks].join('');
}, 120_000);
afterAll(() => platform.close());

const sum = ({ created, updated, unchanged, rejected }: ImportAccount) => created + updated + unchanged + rejected;

describe('a dirty file of 10,000 rows', () => {
  test('has a dry run that counts what the file was made with, and stores nothing', async () => {
    first = await planFile(admin, file);
    expect(first).toMatchObject({ status: 'PLANNED', plan: expectedAccount(sample.account) });
    expect(await countOf('programs.session')).toBe(0);
    expect(await countOf('profile.participant')).toBe(0);
  });

  test('names the file that it came from, to be planned from again', async () => {
    const query = 'query ($id: ID!) { import(id: $id) { upload { id fileName byteSize } } }';
    const { import: found } = await admin.get<{ import: { upload: { id: string } } }>(query, { id: first.id });
    expect(found.upload).toMatchObject({ fileName: 'sessions.csv', byteSize: Buffer.byteLength(file) });
    const plan =
      'mutation ($id: ID!) { planImport(input: { uploadId: $id }) { ... on ImportChanged { import { id } } } }';
    // It was not run yet, so it takes the new plan itself.
    expect(await admin.get(plan, { id: found.upload.id })).toEqual({ planImport: { import: { id: first.id } } });
    await until('dry run', async () => (await importOf(admin, first.id)).plan !== null);
  });

  test('tells its progress while it runs, with an account that adds up at every moment', async () => {
    const socket = admin.socket();
    const progress = follow<{ importProgress: { import: ImportState } }>(
      socket,
      `subscription ($id: ID!, $after: String) { importProgress(id: $id, after: $after) { import { ${importFields} } } }`,
      { id: first.id, after: fromTheBeginning },
    );
    await until('state that it has now', () => progress.events.length > 0);
    await startImport(admin, first.id);
    await until('end in the progress', () => progress.events.at(-1)?.importProgress.import.status === 'COMPLETED', 120);
    await socket.dispose();
    const states = progress.events.map(({ importProgress }) => importProgress.import);
    expect(states.length).toBeGreaterThan(3);
    for (const { account } of states) expect(account.read).toBe(sum(account));
    const shares = states.map((state) => state.progress);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(states.at(-1)).toMatchObject({ progress: 1, account: expectedAccount(sample.account) });
  });

  test('leaves the sessions, people and hours that it was made with', async () => {
    const { rows } = await platform.sql.query(
      'SELECT count(*)::int AS sessions, sum(duration_minutes) / 60 AS hours FROM programs.session WHERE company_id = $1',
      [company.id],
    );
    expect(rows[0]?.sessions).toBe(sample.account.distinctSessions);
    expect(rows[0]?.hours).toBeCloseTo(sample.account.totalHours, 3);
    expect(await countOf('profile.participant')).toBe(sample.account.participants);
    expect(await countOf('profile.volunteer')).toBe(sample.account.volunteers);
  });

  test('becomes metrics that equal a computation from the sessions', async () => {
    await settled(platform.sql);
    expect(await factsThatDiffer(platform.sql, company.id)).toEqual([]);
    const metrics = await storedMetrics(platform.sql, company.id);
    expect(metrics.length).toBeGreaterThan(60);
    expect(metrics).toEqual(await recomputedMetrics(platform.sql, company.id));
  });

  test('changes nothing when it comes again', async () => {
    const before = await companyData(platform.sql, company.id);
    const events = await countOf('outcomes.outbox');
    const again = await importFile(admin, file);
    const { rows, missingParticipantEmail } = sample.account;
    expect(again.account).toMatchObject({ created: 0, updated: 0, unchanged: rows - missingParticipantEmail });
    await settled(platform.sql);
    expect(await companyData(platform.sql, company.id)).toEqual(before);
    expect(await countOf('outcomes.outbox')).toBe(events);
  });
});

test("a partner's registered operation gives the numbers that the cockpit shows", async () => {
  await settled(platform.sql);
  const partner = await platform.addApiKey(company, ['metrics:read']);
  const documentId = 'sha256:719cb9e2e4b61d0dbfa0554c14a55abf2f15c19b4cb6fc822d9b1312750dc97b';
  const shown = await (await partner.send({ documentId })).json();
  const own = await admin.get<{ metrics: unknown[] }>(
    '{ metrics(grain: MONTH) { id name dimension month value unit absence computedAt } }',
  );
  expect(own.metrics.length).toBeGreaterThan(60);
  expect(shown).toEqual({ data: { metrics: own.metrics } });
});

describe('corrections', () => {
  let before: Awaited<ReturnType<typeof companyData>>;
  let correcting: ImportState;

  test('update the sessions they name and are told as CORRECTED', async () => {
    before = await companyData(platform.sql, company.id);
    const socket = admin.socket();
    const activity = follow<{
      sessionActivity: { change: string; session: { sourceId: string; durationMinutes: number } };
    }>(
      socket,
      'subscription ($after: String) { sessionActivity(after: $after) { change session { sourceId durationMinutes } } }',
      { after: await fromNowOn(platform.sql, 'programs') },
    );
    const sourceIds = await someSourceIds(60);
    // Two new people and two new sessions come along, so that an undo has them to take back too.
    correcting = await importFile(admin, [await correctionsOf(sourceIds), ...newcomers()].join(''));
    expect(correcting.account).toMatchObject({ created: 2, updated: 60, unchanged: 0, rejected: 0 });
    await until('news of every change', () => activity.events.length >= 62);
    await socket.dispose();
    const told = activity.events.map(({ sessionActivity }) => sessionActivity);
    const corrected = told.filter(({ change }) => change === 'CORRECTED');
    expect(corrected.map(({ session }) => session.sourceId).sort()).toEqual(sourceIds);
    expect(new Set(corrected.map(({ session }) => session.durationMinutes))).toEqual(new Set([17]));
    expect(told.filter(({ change }) => change === 'RECORDED')).toHaveLength(2);
    await settled(platform.sql);
    const after = await companyData(platform.sql, company.id);
    expect(after.sessions).toHaveLength(before.sessions.length + 2);
    expect(after.metrics).not.toEqual(before.metrics);
    expect(await storedMetrics(platform.sql, company.id)).toEqual(await recomputedMetrics(platform.sql, company.id));
  });

  test('are taken back by the id of their import, with the people it brought', async () => {
    await undoImport(admin, correcting.id);
    await importIn(admin, correcting.id, 'UNDONE');
    await settled(platform.sql);
    expect(await companyData(platform.sql, company.id)).toEqual(before);
    expect(await factsThatDiffer(platform.sql, company.id)).toEqual([]);
  });
});

test('the error file can be mended and imported again', async () => {
  const response = await fetch(`${platform.stack.url}/files/imports/${first.id}/errors.csv`, {
    headers: admin.headers,
  });
  const text = await response.text();
  const [header = '', ...lines] = text.trimEnd().split('\r\n');
  expect(header).toMatch(/^session_id;.*;_error_codes;_remedy$/);
  // A row without the participant's address: its third cell is empty.
  const mended = lines.map((line) => line.replace(/^([^;]*;[^;]*);;/, '$1;mended@example.org;'));
  const done = await importFile(admin, [header, ...mended].map((line) => `${line}\r\n`).join(''));
  const { missingParticipantEmail } = sample.account;
  expect(done.account).toMatchObject({ created: missingParticipantEmail, rejected: 0, read: missingParticipantEmail });
});

describe('an import that is cancelled', () => {
  let other: Company;
  let caller: Caller;
  let cancelled: ImportState;

  test('stops with an account that adds up', async () => {
    other = await platform.addCompany('Cancelling');
    caller = await platform.administrator(other);
    const { id } = await planFile(caller, file);
    const socket = caller.socket();
    const progress = follow<{ importProgress: { import: ImportState } }>(
      socket,
      `subscription ($id: ID!, $after: String) { importProgress(id: $id, after: $after) { import { ${importFields} } } }`,
      { id, after: fromTheBeginning },
    );
    await until('state that it has now', () => progress.events.length > 0);
    await startImport(caller, id);
    await until('first rows', () => progress.events.some((event) => event.importProgress.import.account.read > 0));
    await cancelImport(caller, id);
    cancelled = await importIn(caller, id, 'CANCELLED');
    await socket.dispose();
    expect(cancelled.account.read).toBe(sum(cancelled.account));
    expect(cancelled.account.read).toBeGreaterThan(0);
    expect(cancelled.account.read).toBeLessThan(10_000);
  });

  test('goes on where it was and comes to the same end', async () => {
    await startImport(caller, cancelled.id);
    const done = await importIn(caller, cancelled.id, 'COMPLETED');
    expect(done.account).toEqual(expectedAccount(sample.account));
    await settled(platform.sql);
    expect(await storedMetrics(platform.sql, other.id)).toEqual(await recomputedMetrics(platform.sql, other.id));
  });

  test('leaves nothing when it is undone', async () => {
    await undoImport(caller, cancelled.id);
    await importIn(caller, cancelled.id, 'UNDONE');
    await settled(platform.sql);
    const data = await companyData(platform.sql, other.id);
    expect(Object.entries(data).filter(([, rows]) => rows.length > 0)).toEqual([]);
  });

  test('says so when taking it back fails for good, and can be taken back again', async () => {
    const again = await importFile(caller, [...generateKintell({ rows: 50, seed: 3 }).chunks].join(''));
    await platform.sql.query(`CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
      CREATE TRIGGER refuse BEFORE DELETE ON programs.session EXECUTE FUNCTION public.refuse()`);
    await undoImport(caller, again.id);
    await importIn(caller, again.id, 'FAILED');
    await platform.sql.query('DROP FUNCTION public.refuse CASCADE');
    // Going on from its checkpoint, a run would find all rows read and leave what was taken back missing.
    await expect(startImport(caller, again.id)).rejects.toThrow('IMPORT_HALF_UNDONE');
    await undoImport(caller, again.id);
    await importIn(caller, again.id, 'UNDONE');
    await settled(platform.sql);
    expect((await companyData(platform.sql, other.id)).sessions).toEqual([]);
  });
});

async function countOf(table: string): Promise<number> {
  const { rows } = await platform.sql.query(`SELECT count(*)::int FROM ${table} WHERE company_id = $1`, [company.id]);
  return rows[0]?.count;
}

async function someSourceIds(count: number): Promise<string[]> {
  const { rows } = await platform.sql.query<{ source_id: string }>(
    'SELECT source_id FROM programs.session WHERE company_id = $1 ORDER BY source_id LIMIT $2',
    [company.id, count],
  );
  return rows.map((row) => row.source_id);
}

const header =
  'session_id,session_type,participant_email,volunteer_email,date,duration_min,rating,feedback_text,language_level\n';

async function correctionsOf(sourceIds: readonly string[]): Promise<string> {
  const { rows } = await platform.sql.query<{ source_id: string; kind: string; email: string; started_at: Date }>(
    `SELECT s.source_id, s.kind, p.email, s.started_at FROM programs.session s
      JOIN profile.participant p ON p.company_id = s.company_id AND p.id = s.participant_id
      WHERE s.company_id = $1 AND s.source_id = ANY ($2)`,
    [company.id, sourceIds],
  );
  const lines = rows.map(
    ({ source_id, kind, email, started_at }) =>
      `${source_id},${kind.toLowerCase()},${email},,${started_at.toISOString()},17,1,I lost all my confidence,A2\n`,
  );
  return [header, ...lines].join('');
}

function newcomers(): string[] {
  return ['one', 'two'].map(
    (name) => `NEW-${name},language,new-${name}@example.org,helper-${name}@example.org,2026-10-01T10:00:00Z,60,5,,A2\n`,
  );
}
