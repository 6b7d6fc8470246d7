import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLog } from '@teei/runtime/log';
import { openQueues } from '@teei/runtime/queues';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { type ImportState, importFile, importIn, undoImport } from './importing.ts';
import { settled } from './settled.ts';
import { until } from './until.ts';
import { createEndpoint, sendWebhook, type WebhookSender } from './webhook-sender.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

// What people wrote is cleared after its time, everywhere; what was made of it stays, whatever comes afterwards.

/** Stands beside what carries a score, in everything that somebody wrote here. */
const canary = 'bringebærkanari';
const gain = 'I rang the office myself and was not afraid to speak.';
const home = 'Naboene inviterte meg på middag, jeg føler meg ikke ensom lenger.';
const feedback = (said: string) => `${said} The cake was called ${canary}.`;

const header = 'session_id,session_type,participant_email,volunteer_email,date,duration_min,rating,feedback_text\n';
const row = (id: string, minutes: number, rating: string, text: string) =>
  `${id},language,olena@example.org,kari@firma.example,2026-02-03,${minutes},${rating},"${text}"\n`;
const pair = 'olena@example.org;kari@firma.example';

let platform: TestStack;
let company: Company;
let admin: Caller;
let sender: WebhookSender;
let before: Scored[];

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Words let go');
  admin = await platform.administrator(company);
  sender = await createEndpoint(admin);
}, 180_000);
afterAll(() => platform?.close());

test('words are here as long as the company keeps them, and say until when', async () => {
  await importFile(
    admin,
    header +
      row('S-1', 60, '4', feedback(gain)) +
      row('S-2', 45, '5', feedback(home)) +
      row('S-3', 30, '3', '') +
      // Rejected, with all that stands in it.
      row('', 30, canary, feedback(gain)),
  );
  // What it said before it was corrected is kept apart.
  await importFile(admin, header + row('S-2', 45, '4', feedback(`${home} ${canary}`)));
  await importFile(admin, `participant_email;buddy_email;matched_at;status\r\n${pair};15.01.2026;aktiv\r\n`);
  await importFile(
    admin,
    `feedback_id;participant_email;buddy_email;submitted_at;author;rating;feedback_text\r\nF-1;${pair};15.02.2026;deltaker;4,0;"${feedback(home)}"\r\n`,
  );
  await importFile(
    admin,
    `check_in_id;participant_email;buddy_email;checked_at;mood;note\r\nC-1;${pair};15.03.2026;5;"Jeg fikk jobben på sykehuset! ${canary}"\r\n`,
  );
  await rated('S-3', { rating: 3, feedback: feedback(gain) });
  await settled(platform.sql);
  before = await scored();
  expect(new Set(before.map(({ source }) => source))).toEqual(new Set(['S-1', 'S-2', 'S-3', 'buddy']));
  expect(await placesOf(canary)).not.toEqual([]);
  const { clearsAt, clearedAt } = await wordsOf('S-1');
  expect(clearedAt).toBeNull();
  const kept = (Date.parse(clearsAt ?? '') - Date.now()) / 86_400_000;
  expect(Math.ceil(kept)).toBeGreaterThanOrEqual(90);
  expect(Math.ceil(kept)).toBeLessThanOrEqual(91);
  await night();
  expect((await wordsOf('S-1')).clearedAt).toBeNull();
});

test('after their time they are in no table and in no file; scores, evidence and numbers stand', async () => {
  const numbers = await metrics();
  await age(91);
  const { wordRetention } = await admin.get<{ wordRetention: { days: number; due: Record<string, number> } }>(
    '{ wordRetention { days due { sessionFeedback buddyTexts earlierVersions imports webhookBodies } } }',
  );
  expect(wordRetention).toEqual({
    days: 90,
    due: { sessionFeedback: 3, buddyTexts: 2, earlierVersions: 1, imports: 5, webhookBodies: 1 },
  });
  await night();
  expect(await placesOf(canary)).toEqual([]);
  expect(await scored()).toEqual(before);
  expect(await metrics()).toEqual(numbers);
  const words = await wordsOf('S-1');
  expect(words).toMatchObject({ clearsAt: null, clearedAt: expect.any(String), sha256: sha256(feedback(gain)) });
});

test('the same row again is unchanged, and a correction of anything but the words changes no score', async () => {
  const again = await importFile(admin, header + row('S-1', 60, '4', feedback(gain)));
  expect(again.account).toMatchObject({ unchanged: 1, updated: 0 });
  const longer = await importFile(admin, header + row('S-1', 75, '4', feedback(gain)));
  expect(longer.account).toMatchObject({ updated: 1 });
  await rated('S-1', { rating: 5 });
  await rated('S-3', { rating: 4, feedback: feedback(gain) });
  const feedbackAgain = await importFile(
    admin,
    `feedback_id;participant_email;buddy_email;submitted_at;author;rating;feedback_text\r\nF-1;${pair};15.02.2026;deltaker;2,0;"${feedback(home)}"\r\n`,
  );
  expect(feedbackAgain.account).toMatchObject({ updated: 1 });
  await settled(platform.sql);
  expect(await stored('S-1')).toMatchObject({ feedback: null, rating: 5, minutes: 75, sha256: sha256(feedback(gain)) });
  expect(await stored('S-3')).toMatchObject({ feedback: null, rating: 4, sha256: sha256(feedback(gain)) });
  expect(await scored()).toEqual(before);
  await undo(longer);
  expect(await stored('S-1')).toMatchObject({ feedback: null, sha256: sha256(feedback(gain)) });
  await undo(feedbackAgain);
  expect(await scored()).toEqual(before);
});

test('a company chooses its own time, within bounds, and no other change is written over', async () => {
  expect(await chosen(admin, 29, 0)).toMatchObject({ code: 'WORD_RETENTION_OUT_OF_BOUNDS' });
  expect(await chosen(admin, 181, 0)).toMatchObject({ code: 'WORD_RETENTION_OUT_OF_BOUNDS' });
  expect(await chosen(admin, 30, 0)).toMatchObject({ wordRetention: { days: 30, defaultDays: 90, revision: 1 } });
  expect(await chosen(admin, 180, 0)).toMatchObject({ code: 'WORD_RETENTION_CHANGED' });
  expect(await chosen(admin, 180, 1)).toMatchObject({ wordRetention: { days: 180, defaultDays: 90, revision: 2 } });
  const other = await platform.administrator(await platform.addCompany('Words of their own'));
  expect(await chosen(other, 60, 2)).toMatchObject({ code: 'WORD_RETENTION_CHANGED' });
  expect(await other.get('{ wordRetention { days revision changedAt } }')).toEqual({
    wordRetention: { days: 90, revision: 0, changedAt: null },
  });
  const { auditLog } = await until('lines of the audit log', async () => {
    const log = await admin.get<{
      auditLog: { nodes: { target: string; detail: { name: string; value: string }[] }[] };
    }>('{ auditLog(first: 10, filter: { action: "wordRetention.set" }) { nodes { target detail { name value } } } }');
    return log.auditLog.nodes.length >= 2 && log;
  });
  expect(auditLog.nodes.map(({ target }) => target)).toEqual([company.id, company.id]);
  const told = auditLog.nodes.map(({ detail }) => Object.fromEntries(detail.map(({ name, value }) => [name, value])));
  expect(told).toEqual([
    { days: '180', daysBefore: '30' },
    { days: '30', daysBefore: '90' },
  ]);
});

test('nobody but an administrator sees or chooses it', async () => {
  for (const role of ['COMPANY_USER', 'REVIEWER'] as const) {
    const email = `${role}@${company.id}.example`.toLowerCase();
    await platform.addMember(company, email, role);
    const member = await platform.signIn(email);
    for (const asked of [
      '{ wordRetention { days } }',
      'mutation { setWordRetention(input: { days: 60, revision: 2 }) { __typename } }',
    ]) {
      const { errors } = await member.ask(asked);
      expect(errors?.map(({ extensions }) => extensions.code)).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
    }
  }
  expect(await admin.get('{ wordRetention { days } }')).toEqual({ wordRetention: { days: 180 } });
});

/** What the choice is answered with. */
async function chosen(by: Caller, days: number, revision: number): Promise<unknown> {
  const { setWordRetention } = await by.get<{ setWordRetention: unknown }>(
    `mutation ($input: SetWordRetentionInput!) { setWordRetention(input: $input) {
      ... on WordRetentionSet { wordRetention { days defaultDays revision } } ... on Refused { code } } }`,
    { input: { days, revision } },
  );
  return setWordRetention;
}

interface Scored {
  readonly source: string;
  readonly modelVersion: string;
  readonly snippet: string;
}

/** Scores with their way back, as the graph tells it. */
async function scored(): Promise<Scored[]> {
  const { evidence } = await admin.get<{
    evidence: {
      nodes: {
        id: string;
        snippet: string;
        hash: string;
        session: { sourceId: string } | null;
        score: { modelVersion: string };
      }[];
    };
  }>(
    `{ evidence(first: 50) { nodes { id snippet hash session { sourceId } score { id dimension direction level modelVersion scoredAt } } } }`,
  );
  return evidence.nodes.map(({ session, score, ...rest }) => ({
    source: session?.sourceId ?? 'buddy',
    ...score,
    ...rest,
  }));
}

async function metrics(): Promise<unknown> {
  const { rows } = await platform.sql.query(
    'SELECT name, dimension, grain, month, value, inputs FROM outcomes.metric WHERE company_id = $1 ORDER BY name, dimension, grain, month, first_day, programme_id',
    [company.id],
  );
  expect(rows.length).toBeGreaterThan(5);
  return rows;
}

async function wordsOf(sourceId: string) {
  const { rows } = await platform.sql.query(
    'SELECT id FROM programs.session WHERE company_id = $1 AND source_id = $2',
    [company.id, sourceId],
  );
  const { session } = await admin.get<{
    session: { words: { clearsAt: string | null; clearedAt: string | null; sha256: string | null } };
  }>('query ($id: ID!) { session(id: $id) { words { clearsAt clearedAt sha256 } } }', { id: rows[0]?.id });
  return session.words;
}

async function stored(sourceId: string): Promise<unknown> {
  const { rows } = await platform.sql.query(
    'SELECT feedback, rating, duration_minutes AS minutes, words_sha256 AS sha256 FROM programs.session WHERE company_id = $1 AND source_id = $2',
    [company.id, sourceId],
  );
  return rows[0];
}

/** Tables and files in which the words stand. */
async function placesOf(words: string): Promise<string[]> {
  const { rows: tables } = await platform.sql.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  const hex = Buffer.from(words).toString('hex');
  for (const { name } of tables) {
    const { rowCount } = await platform.sql.query(
      `SELECT FROM ${name} t WHERE position($1 IN t::text) > 0 OR position($2 IN t::text) > 0 LIMIT 1`,
      [words, hex],
    );
    if (rowCount) found.push(name);
  }
  const uploads = join(platform.dataFolder, 'uploads');
  for (const path of await readdir(uploads, { recursive: true, withFileTypes: true }).catch(() => []))
    if (path.isFile() && (await readFile(join(path.parentPath, path.name), 'utf8')).includes(words)) found.push('file');
  return found;
}

/** Lets days go by: whatever the clearing looks at was so much earlier. */
async function age(days: number): Promise<void> {
  const columns = {
    'programs.session': ['words_since'],
    'programs.session_revision': ['words_since'],
    'programs.buddy_event': ['words_since'],
    'programs.buddy_check_in': ['words_since'],
    'programs.buddy_feedback': ['words_since'],
    'programs.record_revision': ['words_since'],
    'programs.upload': ['uploaded_at'],
    'programs.webhook_delivery': ['body_kept_since'],
    'programs.outbox': ['occurred_at'],
  };
  for (const [table, names] of Object.entries(columns))
    for (const name of names)
      await platform.sql.query(`UPDATE ${table} SET ${name} = ${name} - make_interval(days => $1)`, [days]);
}

/** What happens at midnight, done now by whoever works for programs; over when a word of before would be. */
async function night(): Promise<void> {
  const queues = openQueues({ databaseUrl: platform.stack.databaseUrl, log: createLog('test', 'silent') });
  try {
    const queue = queues.queue<object>('programs-let-words-go');
    await queue.add([{}]);
    await until('end of the night', async () => (await queue.depth()) === 0);
  } finally {
    await queues.close();
  }
}

/** A rating that Kintell tells apart from the session. */
async function rated(sessionId: string, data: object): Promise<void> {
  const at = new Date().toISOString();
  const body = { type: 'kintell.rating.created', time: at, data: { session_id: sessionId, ...data } };
  expect((await sendWebhook(platform.stack.url, sender, body)).status).toBe(202);
  await until('handled webhook', async () => {
    const { rowCount } = await platform.sql.query(
      "SELECT FROM programs.webhook_delivery WHERE company_id = $1 AND status IN ('RECEIVED', 'RETRYING')",
      [company.id],
    );
    return rowCount === 0;
  });
}

async function undo({ id }: ImportState): Promise<void> {
  await undoImport(admin, id);
  await importIn(admin, id, 'UNDONE');
  await settled(platform.sql);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
