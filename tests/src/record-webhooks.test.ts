import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { importIn, planFile, startImport } from './importing.ts';
import { recordEvent } from './record-events.ts';
import { recordsOf, storedVersions, toldVersions } from './record-rows.ts';
import { seeded } from './seeded.ts';
import { settled } from './settled.ts';
import { until } from './until.ts';
import { createEndpoint, sendWebhook, type WebhookSender } from './webhook-sender.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

// What buddy and upskilling systems send, as webhooks of their own forms and as rows of a file: one record, whichever way.

let platform: TestStack;
beforeAll(async () => {
  platform = await startTestStack();
}, 120_000);
afterAll(() => platform.close());

interface Sample {
  readonly kind: string;
  readonly table: string;
  readonly source: string;
  readonly type: string;
  /** What is told of it; null where nothing is. */
  readonly told: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly header: string;
  readonly row: string;
  /** Laid over the data. */
  readonly corrected: Readonly<Record<string, unknown>>;
  /** What its source says of it when it is deleted there; left out where it has no id to name it by. */
  readonly gone?: Readonly<Record<string, unknown>>;
}

const people = { mentee: { email: ' Olena@Example.org', name: 'Olena' }, mentor: { email: 'kari@firma.example' } };
const course = { id: 'EXEC-101', title: 'Leading', provider: 'eCornell', completion_date: '2026-01-15T14:30:00Z' };

const match: Sample = {
  kind: 'BUDDY_MATCH',
  table: 'buddy_match',
  source: 'buddy',
  type: 'match.created',
  told: 'buddy.match.created',
  data: { match_id: 'M-1', ...people, created_at: '2026-01-15T10:00:00Z', interests: ['hiking', 'chess'] },
  header: 'match_id,participant_email,buddy_email,matched_at,interests',
  row: 'M-1,olena@example.org,kari@firma.example,2026-01-15T10:00:00Z,"hiking,chess"',
  corrected: { status: 'ended', ended_at: '2026-02-15T10:00:00Z' },
  gone: { match_id: 'M-1' },
};

const samples: readonly Sample[] = [
  match,
  {
    kind: 'BUDDY_EVENT',
    table: 'buddy_event',
    source: 'buddy',
    type: 'buddy.event.logged',
    told: 'buddy.event.logged',
    data: { event: { id: 'E-1', type: 'Walk', date: '2026-01-20T10:00:00Z', duration_minutes: 52.5 }, match_id: 'M-1' },
    header: 'event_id,match_id,event_type,held_at,duration_min',
    row: 'E-1,M-1,Walk,2026-01-20T10:00:00Z,52.5',
    corrected: { duration_minutes: 90 },
    gone: { event: { id: 'E-1' } },
  },
  {
    kind: 'BUDDY_CHECK_IN',
    table: 'buddy_check_in',
    source: 'buddy',
    type: 'checkin.completed',
    told: 'buddy.checkin.completed',
    data: { ...people, completed_at: '2026-02-01T10:00:00Z', mood: 4, note: 'Fine' },
    header: 'participant_email,buddy_email,checked_at,mood,note',
    row: 'olena@example.org,kari@firma.example,2026-02-01T10:00:00Z,4,Fine',
    corrected: { mood: 2 },
  },
  {
    kind: 'BUDDY_FEEDBACK',
    table: 'buddy_feedback',
    source: 'buddy',
    type: 'feedback.submitted',
    told: 'buddy.feedback.submitted',
    data: {
      feedback: { id: 'F-1', text: 'I feel "at home",\nnow', rating: 4.5, submitted_at: '2026-02-15T10:00:00Z' },
      match: { id: 'M-1' },
      author: { role: 'mentee', email: 'olena@example.org' },
    },
    header: 'feedback_id,match_id,submitted_at,author,rating,feedback_text',
    row: 'F-1,M-1,2026-02-15T10:00:00Z,participant,4.5,"I feel ""at home"",\nnow"',
    corrected: { rating: 3 },
    gone: { feedback_id: 'F-1' },
  },
  {
    kind: 'COURSE_COMPLETION',
    table: 'course_completion',
    source: 'upskilling',
    type: 'course.completed',
    told: 'upskilling.course.completed',
    data: { user: { id: 'U1', email: 'olena@example.org' }, course, final_score: 92.5, completion_percentage: 100 },
    header: 'user_email,provider,course_id,course_name,completed_at,final_score',
    row: 'olena@example.org,ecornell,EXEC-101,Leading,2026-01-15T14:30:00Z,92.5',
    corrected: { final_score: 95 },
    gone: { user: { email: 'olena@example.org' }, course: { id: 'EXEC-101', provider: 'eCornell' } },
  },
  {
    kind: 'CREDENTIAL',
    table: 'credential',
    source: 'upskilling',
    type: 'credential.issued',
    told: null,
    data: {
      user: { email: 'olena@example.org' },
      course,
      credential: { id: 'CR-1', type: 'Badge', issued_at: '2026-01-16T00:00:00Z', url: 'https://ecornell.example/1' },
    },
    header: 'credential_id,user_email,provider,course_id,course_name,credential_type,issued_at,credential_url',
    row: 'CR-1,olena@example.org,ecornell,EXEC-101,Leading,badge,2026-01-16T00:00:00Z,https://ecornell.example/1',
    corrected: { expires_at: '2029-01-16T00:00:00Z' },
    gone: { credential_id: 'CR-1' },
  },
  {
    kind: 'VOLUNTEER_ACTIVITY',
    table: 'volunteer_activity',
    source: 'kintell',
    type: 'session.created',
    told: 'volunteer.activity.logged',
    data: {
      session_id: 'S-1',
      volunteer: { id: 'V1', email: 'kari@firma.example', name: 'Kari' },
      ngo: { id: 'N1', name: 'Forest', location: 'Park' },
      activity: { type: 'Planting', date: '2026-01-15T10:00:00Z', hours: 4.5, skills_used: ['Teamwork', 'Care'] },
    },
    header:
      'session_id,volunteer_email,ngo_name,ngo_id,activity_type,session_date,hours_contributed,location,skills_used',
    row: 'S-1,kari@firma.example,Forest,N1,Planting,2026-01-15T10:00:00Z,4.5,Park,"Teamwork,Care"',
    corrected: { hours: 5 },
    gone: { session_id: 'S-1', activity: { type: 'Planting' } },
  },
];

/** A company with what these tests send to it. */
async function receiver(source: string) {
  const company = await platform.addCompany(`Receiver of ${source}`);
  const admin = await platform.administrator(company);
  return { company, admin, sender: await createEndpoint(admin, { source }) };
}

const send = async (sender: WebhookSender, body: object) =>
  (await sendWebhook(platform.stack.url, sender, body)).status;

interface Handled {
  readonly status: string;
  readonly outcome: string | null;
  readonly code: string | null;
  readonly error: string | null;
}

/** Waits until nothing is left to do at once, and answers what became of each delivery, oldest first. */
function handled({ endpointId }: WebhookSender): Promise<Handled[]> {
  return until('end of handling', async () => {
    const { rows } = await platform.sql.query<Handled>(
      `SELECT status, outcome, error_code AS code, error FROM programs.webhook_delivery WHERE endpoint_id = $1 ORDER BY id`,
      [endpointId],
    );
    return rows.every(({ status }) => status !== 'RECEIVED') && rows;
  });
}

/** Lets what waits for its next attempt be tried now. */
async function tryAgain({ endpointId }: WebhookSender): Promise<void> {
  await platform.sql.query(
    `UPDATE programs.webhook_delivery SET status = 'RECEIVED', next_attempt_at = now() WHERE endpoint_id = $1 AND status = 'RETRYING'`,
    [endpointId],
  );
}

async function importRow(admin: Caller, { header, row }: Sample) {
  const { id } = await planFile(admin, `${header}\n${row}\n`);
  await startImport(admin, id);
  return importIn(admin, id, 'COMPLETED');
}

const event = ({ type, data }: Sample, at: string, over: object = {}) =>
  recordEvent(type, { ...data, ...over }, { at });

describe.each(samples)('a webhook of $type', (sample) => {
  const { kind, table, source, told, corrected, gone } = sample;
  const needsMatch = source === 'buddy' && kind !== 'BUDDY_MATCH';
  let filed: Company;
  let company: Company;
  let admin: Caller;
  let sender: WebhookSender;

  beforeAll(async () => {
    filed = await platform.addCompany(`Filed ${kind}`);
    const clerk = await platform.administrator(filed);
    ({ company, admin, sender } = await receiver(source));
    if (needsMatch) {
      await importRow(clerk, match);
      await send(sender, event(match, '2026-03-01T09:00:00Z'));
    }
    await importRow(clerk, sample);
  }, 60_000);

  test('comes to the row of a file, with its people and its event', async () => {
    expect(await send(sender, event(sample, '2026-03-01T10:00:00Z'))).toBe(202);
    expect((await handled(sender)).at(-1)).toMatchObject({ status: 'PROCESSED', outcome: 'APPLIED', error: null });
    const rows = await recordsOf(platform.sql, company.id, kind, table);
    expect(rows).toHaveLength(1);
    expect(rows).toEqual(await recordsOf(platform.sql, filed.id, kind, table));
    const events = await toldVersions(platform.sql, company.id, told);
    expect(events).toEqual(await toldVersions(platform.sql, filed.id, told));
    expect(events).toHaveLength(told === null ? 0 : 1);
  });

  test('and its file afterwards say the same thing once', async () => {
    expect((await importRow(admin, sample)).account).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
  });

  test('is corrected by a later one, and by no earlier one that comes late', async () => {
    const updated = { ...sample, type: `${source}.${sample.type.split('.').at(-2)}.updated` };
    expect(await send(sender, event(updated, '2026-03-01T12:00:00Z', corrected))).toBe(202);
    await handled(sender);
    const after = await recordsOf(platform.sql, company.id, kind, table);
    expect(await storedVersions(platform.sql, company.id, kind)).toEqual([{ revision: 2, kept: 1 }]);
    expect(await send(sender, event(updated, '2026-03-01T11:00:00Z'))).toBe(202);
    expect((await handled(sender)).at(-1)).toMatchObject({ status: 'PROCESSED', outcome: 'SUPERSEDED' });
    expect(await recordsOf(platform.sql, company.id, kind, table)).toEqual(after);
    const events = await toldVersions(platform.sql, company.id, told);
    expect(events.map(({ correction, revision }) => [correction, revision])).toEqual(
      told === null
        ? []
        : [
            [false, 1],
            [true, 2],
          ],
    );
  });

  test('without what it cannot be without is a dead letter that names fields and no values', async () => {
    expect(await send(sender, recordEvent(sample.type, { email: 'secret@example.org', activity: {} }))).toBe(202);
    const last = (await handled(sender)).at(-1);
    expect(last).toMatchObject({ status: 'DEAD', outcome: null });
    expect(last?.code).toMatch(/^MISSING_/);
    expect(last?.error).not.toContain('secret');
  });

  if (gone === undefined) return;

  test('is withdrawn when its source deletes it, and what comes late does not bring it back', async () => {
    const deleted = `${source}.${sample.type.split('.').at(-2)}.deleted`;
    expect(await send(sender, recordEvent(deleted, gone, { at: '2026-03-01T13:00:00Z' }))).toBe(202);
    expect((await handled(sender)).at(-1)).toMatchObject({ status: 'PROCESSED', outcome: 'APPLIED' });
    expect(await recordsOf(platform.sql, company.id, kind, table)).toEqual([]);
    const { rows } = await platform.sql.query(
      `SELECT data ->> 'revision' AS revision FROM programs.outbox WHERE company_id = $1 AND type LIKE '%.withdrawn'`,
      [company.id],
    );
    expect(rows).toEqual(told === null ? [] : [{ revision: '3' }]);
    await send(sender, event(sample, '2026-03-01T12:30:00Z'));
    expect((await handled(sender)).at(-1)).toMatchObject({ status: 'PROCESSED', outcome: 'SUPERSEDED' });
    expect(await recordsOf(platform.sql, company.id, kind, table)).toEqual([]);
  });
});

describe('what a pair did before its match is here', () => {
  test('waits for it, and is a dead letter when it never comes', async () => {
    const { company, sender } = await receiver('buddy');
    const [, met] = samples;
    if (!met) throw new Error('there is no sample of a meeting');
    await send(sender, event(met, '2026-03-01T10:00:00Z'));
    expect(await handled(sender)).toMatchObject([{ status: 'RETRYING', code: 'MATCH_NOT_FOUND' }]);
    await send(sender, event(match, '2026-03-01T10:00:00Z'));
    await tryAgain(sender);
    expect(await handled(sender)).toMatchObject([{ outcome: 'APPLIED' }, { outcome: 'APPLIED' }]);
    expect(await recordsOf(platform.sql, company.id, 'BUDDY_EVENT', 'buddy_event')).toHaveLength(1);
    await send(sender, recordEvent('event.logged', { ...met.data, match_id: 'M-none' }));
    for (let attempt = 1; attempt < 8; attempt++) {
      expect((await handled(sender)).at(-1)).toMatchObject({ status: 'RETRYING' });
      await tryAgain(sender);
    }
    expect((await handled(sender)).at(-1)).toMatchObject({ status: 'DEAD', code: 'MATCH_NOT_FOUND' });
  });
});

test('progress in a course is told as it comes, and an earlier word on it that comes late changes nothing', async () => {
  const { company, sender } = await receiver('upskilling');
  const progress = (percent: number, at: string) =>
    recordEvent('progress.updated', { user: { email: 'olena@example.org' }, course, progress: percent }, { at });
  await send(sender, progress(40, '2026-03-01T10:00:00Z'));
  await send(sender, progress(60, '2026-03-01T12:00:00Z'));
  await send(sender, progress(50, '2026-03-01T11:00:00Z'));
  expect((await handled(sender)).map(({ status }) => status)).toEqual(Array(3).fill('PROCESSED'));
  const { rows } = await platform.sql.query(
    `SELECT r.kind, r.progress, r.occurred_at AS at, c.provider, r.participant_id IS NOT NULL AS known FROM programs.learning_record r
     JOIN programs.course c ON c.company_id = r.company_id AND c.id = r.course_id WHERE r.company_id = $1`,
    [company.id],
  );
  const at = new Date('2026-03-01T12:00:00Z');
  expect(rows).toEqual([{ kind: 'PROGRESSED', progress: 60, at, provider: 'ecornell', known: true }]);
  const told = await platform.sql.query(
    `SELECT (data ->> 'progress')::float AS progress FROM programs.outbox WHERE company_id = $1 AND type = 'upskilling.progress.updated' ORDER BY seq`,
    [company.id],
  );
  expect(told.rows.at(-1)).toEqual({ progress: 60 });
});

test('a match is deleted once nothing speaks of it any more', async () => {
  const { company, sender } = await receiver('buddy');
  const [, met] = samples;
  if (!met) throw new Error('there is no sample of a meeting');
  await send(sender, event(match, '2026-03-01T10:00:00Z'));
  await send(sender, event(met, '2026-03-01T10:00:00Z'));
  await handled(sender);
  await send(sender, recordEvent('match.deleted', match.gone ?? {}, { at: '2026-03-01T11:00:00Z' }));
  expect((await handled(sender)).at(-1)).toMatchObject({ status: 'RETRYING', code: 'RECORD_IN_USE' });
  await send(sender, recordEvent('event.deleted', met.gone ?? {}, { at: '2026-03-01T11:00:00Z' }));
  await handled(sender);
  await tryAgain(sender);
  expect((await handled(sender)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('APPLIED'));
  expect(await recordsOf(platform.sql, company.id, 'BUDDY_MATCH', 'buddy_match')).toEqual([]);
});

test('a storm of all kinds, doubled and in any order, comes to exactly what happened', async () => {
  const { company, sender } = await receiver('storm');
  const [, met, checked, , completed] = samples;
  if (!met || !checked || !completed) throw new Error('samples are missing');
  const pairs = Array.from({ length: 12 }, (_, index) => {
    const pair = { mentee: { email: `p${index}@example.org` }, mentor: { email: `b${index % 4}@firma.example` } };
    const of = (sample: Sample, over: object, version: number) =>
      event(
        { ...sample, type: `${sample.source}.${sample.type.replace(`${sample.source}.`, '')}` },
        `2026-03-01T10:0${version}:00Z`,
        over,
      );
    return [0, 1, 2].flatMap((version) => [
      of(match, { match_id: `M${index}`, ...pair, location: `Place ${version}` }, version),
      of(
        met,
        { match_id: `M${index}`, event: { id: `E${index}`, type: 'Walk', date: '2026-01-20' }, note: `${version}` },
        version,
      ),
      of(checked, { ...pair, mood: version + 1 }, version),
      of(completed, { user: { email: `p${index}@example.org` }, final_score: version }, version),
    ]);
  }).flat();
  const random = seeded(78);
  const order = [...pairs, ...pairs].map((body) => ({ body, rank: random() })).sort((a, b) => a.rank - b.rank);
  const statuses = await Promise.all(order.map(({ body }) => send(sender, body)));
  expect(statuses.filter((status) => status === 202)).toHaveLength(144);
  expect(statuses.filter((status) => status === 200)).toHaveLength(144);
  await until('end of the storm', async () => {
    const left = (await handled(sender)).filter(({ status }) => status !== 'PROCESSED');
    await tryAgain(sender);
    return left.length === 0;
  });
  for (const [kind, table, column, last] of [
    ['BUDDY_MATCH', 'buddy_match', 'location', 'Place 2'],
    ['BUDDY_EVENT', 'buddy_event', 'note', '2'],
    ['BUDDY_CHECK_IN', 'buddy_check_in', 'mood', 3],
    ['COURSE_COMPLETION', 'course_completion', 'final_score', 2],
  ] as const) {
    const rows = await recordsOf(platform.sql, company.id, kind, table);
    expect(rows.map((row) => row[column])).toEqual(Array(12).fill(last));
    const versions = await storedVersions(platform.sql, company.id, kind);
    const sample = samples.find((each) => each.kind === kind);
    // Each version that was stored was told once, and none beside.
    const revisions = versions.reduce((sum, { revision }) => sum + revision, 0);
    expect(await toldVersions(platform.sql, company.id, sample?.told ?? null)).toHaveLength(revisions);
  }
  await settled(platform.sql);
  const { rows: reached } = await platform.sql.query<{ name: string; count: number }>(
    'SELECT name, count(*)::int AS count FROM profile.journey_milestone WHERE company_id = $1 GROUP BY name ORDER BY name',
    [company.id],
  );
  expect(reached).toEqual([
    { name: 'course_completed', count: 12 },
    { name: 'first_buddy_meeting', count: 12 },
  ]);
}, 120_000);
