import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { importIn, planFile, startImport, undoImport } from './importing.ts';
import { settled } from './settled.ts';
import { until } from './until.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

let platform: TestStack;
let company: Company;
let admin: Caller;
let reviewer: Caller;
let user: Caller;

beforeAll(async () => {
  platform = await startTestStack();
}, 120_000);
afterAll(() => platform.close());

beforeEach(async () => {
  company = await platform.addCompany('Hours');
  admin = await platform.administrator(company);
  await platform.addMember(company, `reviewer@${company.id}.example`, 'REVIEWER');
  reviewer = await platform.signIn(`reviewer@${company.id}.example`);
  await platform.addMember(company, `user@${company.id}.example`, 'COMPANY_USER');
  user = await platform.signIn(`user@${company.id}.example`);
}, 60_000);

test('hours count once somebody else has approved them, and the number leads back to them', async () => {
  const logged = await log(user, { hours: 4.5, activityDate: '2026-03-14T00:00:00Z' });
  expect(logged).toMatchObject({ status: 'LOGGED', origin: 'MEMBER', revision: 1, isOwn: true });
  await settled(platform.sql);
  expect(await hoursOf('2026-03')).toBe(0);

  expect(await approve(reviewer, [logged])).toMatchObject([{ status: 'APPROVED', revision: 2 }]);
  await settled(platform.sql);
  expect(await hoursOf('2026-03')).toBe(4.5);
  expect(await lineageOf('2026-03')).toEqual({
    formulaVersion: 'volunteer-hours-2',
    inputs: [
      { name: 'sessions with a volunteer', value: 0 },
      { name: 'minutes', value: 0 },
      { name: 'approved activities', value: 1 },
      { name: 'activity hours', value: 4.5 },
    ],
    activities: { totalCount: 1, nodes: [{ id: logged.id, hours: 4.5 }] },
  });
});

test('a correction moves the number to the right month, a decline takes it away, and every act stays in the history', async () => {
  const logged = await log(user, { hours: 6, activityDate: '2026-03-31T00:00:00Z' });
  const corrected = await correct(reviewer, logged, {
    hours: 2.25,
    activityDate: '2026-04-01T00:00:00Z',
    reason: 'The timesheet says so',
  });
  expect(corrected).toMatchObject({ status: 'APPROVED', hours: 2.25, revision: 2 });
  await settled(platform.sql);
  expect([await hoursOf('2026-03'), await hoursOf('2026-04')]).toEqual([0, 2.25]);

  await decline(admin, { ...logged, revision: 2 }, 'Given twice');
  await settled(platform.sql);
  expect(await hoursOf('2026-04')).toBe(0);
  expect(await historyOf(admin, logged.id)).toEqual([
    { ...change('LOGGED', 'LOGGED', null), hoursBefore: null, hoursAfter: 6, by: nameOf('user') },
    {
      ...change('CORRECTED', 'APPROVED', 'The timesheet says so'),
      ...{ hoursBefore: 6, hoursAfter: 2.25, by: nameOf('reviewer') },
    },
    {
      ...change('DECLINED', 'DECLINED', 'Given twice'),
      ...{ hoursBefore: 2.25, hoursAfter: 2.25, by: nameOf('administrator') },
    },
  ]);
  const audited = await until('three lines in the audit log', async () => {
    const { rows } = await platform.sql.query<{ action: string }>(
      'SELECT action FROM privacy.audit_entry WHERE company_id = $1 AND target = $2 ORDER BY occurred_at',
      [company.id, logged.id],
    );
    return rows.length >= 3 && rows.map(({ action }) => action);
  });
  expect(audited).toEqual(['hours.logged', 'hours.corrected', 'hours.declined']);
});

test('nobody decides upon hours they logged, nor upon what they have not seen', async () => {
  const own = await log(reviewer, { hours: 1, activityDate: '2026-03-01T00:00:00Z' });
  expect(await approve(reviewer, [own])).toBe('OWN_HOURS');
  await correct(admin, own, { hours: 2, activityDate: '2026-03-01T00:00:00Z', reason: 'Two' });
  expect(await approve(admin, [own])).toBe('HOURS_CHANGED');
  expect(await approve(admin, [{ id: company.id, revision: 1 }])).toBe('HOURS_NOT_FOUND');
});

test('approving many is all or nothing', async () => {
  const [one, other] = [
    await log(user, { hours: 1, activityDate: '2026-03-01T00:00:00Z' }),
    await log(admin, { hours: 2, activityDate: '2026-03-02T00:00:00Z' }),
  ];
  expect(await approve(admin, [one, other])).toBe('OWN_HOURS');
  expect((await listed(admin, { status: 'LOGGED' })).totalCount).toBe(2);
  const approved = await approve(reviewer, [one, other]);
  expect(approved).toMatchObject([{ status: 'APPROVED' }, { status: 'APPROVED' }]);
});

test('what nobody can have given is refused', async () => {
  const given = { hours: 3, activityDate: '2026-03-01T00:00:00Z' };
  expect(await tryToLog(user, { ...given, hours: 24.5 })).toBe('HOURS_NOT_USABLE');
  expect(await tryToLog(user, { ...given, hours: 0 })).toBe('HOURS_NOT_USABLE');
  expect(await tryToLog(user, { ...given, activityDate: '2126-03-01T00:00:00Z' })).toBe('ACTIVITY_DATE_NOT_USABLE');
  expect(await tryToLog(user, { ...given, volunteerEmail: 'kari' })).toBe('VOLUNTEER_EMAIL_NOT_USABLE');
  expect(await tryToLog(user, { ...given, organisation: 'x'.repeat(201) })).toBe('TEXT_TOO_LONG');
});

test('only reviewers decide, and whoever logged sees what became of it', async () => {
  const logged = await log(user, { hours: 1, activityDate: '2026-03-01T00:00:00Z', description: 'With Olena' });
  const response = await user.send({ query: approval, variables: { activities: [seen(logged)] } });
  expect(await response.text()).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
  expect((await listed(user, {})).nodes).toMatchObject([{ status: 'LOGGED', description: 'With Olena' }]);
});

test('the list is narrowed by state, origin and day, and its totals fit the filter', async () => {
  await log(user, { hours: 1, activityDate: '2026-03-01T00:00:00Z' });
  const second = await log(user, { hours: 2.5, activityDate: '2026-03-02T00:00:00Z' });
  await approve(reviewer, [second]);
  await importHours('S1;kari@firma.example;03.03.2026;4,25');
  expect(await listed(admin, {})).toMatchObject({ totalCount: 3, totalHours: 7.75 });
  expect(await listed(admin, { status: 'APPROVED' })).toMatchObject({ totalCount: 2, totalHours: 6.75 });
  expect(await listed(admin, { origin: 'FILE' })).toMatchObject({ totalCount: 1, totalHours: 4.25 });
  const march2 = { from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z' };
  expect(await listed(admin, march2)).toMatchObject({ totalCount: 1, nodes: [{ id: second.id }] });
});

test("a file's hours count at once, a reviewer's correction outlives the same file, and a newer file waits for a reviewer", async () => {
  await importHours('S1;kari@firma.example;03.03.2026;4,25');
  await settled(platform.sql);
  expect(await hoursOf('2026-03')).toBe(4.25);
  const [stated] = (await listed(admin, {})).nodes;
  const first = { id: stated?.id ?? '', revision: stated?.revision ?? 0 };
  await correct(reviewer, first, { hours: 4, activityDate: '2026-03-03T00:00:00Z', reason: 'Lunch' });

  await importHours('S1;kari@firma.example;03.03.2026;4,25');
  expect((await listed(admin, {})).nodes).toMatchObject([{ hours: 4, status: 'APPROVED', revision: 2 }]);

  await importHours('S1;kari@firma.example;03.03.2026;5');
  expect((await listed(admin, {})).nodes).toMatchObject([{ hours: 5, status: 'LOGGED', revision: 3 }]);
  await settled(platform.sql);
  expect(await hoursOf('2026-03')).toBe(0);
  expect((await historyOf(admin, first.id)).map(({ kind, hoursAfter }) => [kind, hoursAfter])).toEqual([
    ['CORRECTED', 4],
    ['CHANGED_BY_FILE', 5],
  ]);
});

test('what came as a session too counts once, whichever came first, and again as hours when the session is taken back', async () => {
  const standing = async () =>
    (await listed(admin, {})).nodes.map(({ isInSession, revision }) => ({ isInSession, revision }));
  await importHours('K-1;kari@firma.example;03.03.2026;4');
  await settled(platform.sql);
  expect(await hoursOf('2026-03')).toBe(4);

  const sessions = await importSessions('K-1,Mentorship,olena@example.org,kari@firma.example,2026-03-03T10:00:00Z,90');
  await settled(platform.sql);
  expect(await standing()).toEqual([{ isInSession: true, revision: 2 }]);
  expect(await hoursOf('2026-03')).toBe(1.5);

  await undoImport(admin, sessions);
  await importIn(admin, sessions, 'UNDONE');
  await settled(platform.sql);
  expect(await standing()).toEqual([{ isInSession: false, revision: 3 }]);
  expect(await hoursOf('2026-03')).toBe(4);

  await importSessions('K-2,Mentorship,olena@example.org,kari@firma.example,2026-03-04T10:00:00Z,60');
  await importHours('K-2;kari@firma.example;04.03.2026;2');
  // The same number, given to another volunteer, is another thing.
  await importSessions('K-3,Mentorship,olena@example.org,kari@firma.example,2026-03-05T10:00:00Z,60');
  await importHours('K-3;ola@firma.example;05.03.2026;8');
  await settled(platform.sql);
  expect(await hoursOf('2026-03')).toBe(4 + 1 + 1 + 8);
});

interface Hours {
  readonly id: string;
  readonly revision: number;
  readonly hours?: number;
  readonly status?: string;
  readonly isInSession?: boolean;
}

const fields = 'id hours status origin isOwn isInSession revision description activityDate';
const saved = `... on VolunteerHoursSaved { activities { ${fields} } } ... on Refused { code }`;
const approval = `mutation ($activities: [ReviewedHoursInput!]!) { approveVolunteerHours(activities: $activities) { ${saved} } }`;

type Saved = { activities: Hours[] } | { code: string };

async function log(caller: Caller, given: Record<string, unknown>): Promise<Hours> {
  const logged = await tryToLog(caller, given);
  if (typeof logged === 'string') throw new Error(`the hours were refused: ${logged}`);
  return logged;
}

async function tryToLog(caller: Caller, given: Record<string, unknown>): Promise<Hours | string> {
  const { logVolunteerHours } = await caller.get<{ logVolunteerHours: Saved }>(
    `mutation ($input: LogVolunteerHoursInput!) { logVolunteerHours(input: $input) { ${saved} } }`,
    { input: { volunteerEmail: 'Kari@Firma.example ', activityType: 'Planting', ...given } },
  );
  return one(logVolunteerHours);
}

async function approve(caller: Caller, entries: readonly Hours[]): Promise<Hours[] | string> {
  const { approveVolunteerHours } = await caller.get<{ approveVolunteerHours: Saved }>(approval, {
    activities: entries.map(seen),
  });
  return 'code' in approveVolunteerHours ? approveVolunteerHours.code : approveVolunteerHours.activities;
}

async function correct(caller: Caller, entry: Hours, input: Record<string, unknown>): Promise<Hours | string> {
  const { correctVolunteerHours } = await caller.get<{ correctVolunteerHours: Saved }>(
    `mutation ($input: CorrectVolunteerHoursInput!) { correctVolunteerHours(input: $input) { ${saved} } }`,
    { input: { ...seen(entry), ...input } },
  );
  return one(correctVolunteerHours);
}

async function decline(caller: Caller, entry: Hours, reason: string): Promise<Hours | string> {
  const { declineVolunteerHours } = await caller.get<{ declineVolunteerHours: Saved }>(
    `mutation ($input: DeclineVolunteerHoursInput!) { declineVolunteerHours(input: $input) { ${saved} } }`,
    { input: { ...seen(entry), reason } },
  );
  return one(declineVolunteerHours);
}

function seen({ id, revision }: Hours): { id: string; revision: number } {
  return { id, revision };
}

function one(answer: Saved): Hours | string {
  return 'code' in answer ? answer.code : (answer.activities[0] as Hours);
}

async function listed(caller: Caller, filter: Record<string, unknown>) {
  const { volunteerActivities } = await caller.get<{
    volunteerActivities: { totalCount: number; totalHours: number; nodes: (Hours & { description: string | null })[] };
  }>(
    `query ($filter: VolunteerActivityFilter) { volunteerActivities(filter: $filter) { totalCount totalHours nodes { ${fields} } } }`,
    { filter },
  );
  return volunteerActivities;
}

async function historyOf(caller: Caller, id: string) {
  const { volunteerActivity } = await caller.get<{
    volunteerActivity: { history: { kind: string; hoursAfter: number }[] };
  }>(
    `query ($id: ID!) { volunteerActivity(id: $id) {
      history { kind statusAfter reason hoursBefore hoursAfter by { name } } } }`,
    { id },
  );
  return volunteerActivity.history;
}

function change(kind: string, statusAfter: string, reason: string | null) {
  return { kind, statusAfter, reason };
}

function nameOf(member: string): { name: string } {
  return { name: `${member}@${company.id}.example` };
}

async function importHours(row: string): Promise<void> {
  const file = ['activity_id;volunteer_email;activity_date;hours', row, ''].join('\r\n');
  const { id } = await planFile(admin, file);
  await startImport(admin, id);
  await importIn(admin, id, 'COMPLETED');
}

/** Answers the import's id. */
async function importSessions(row: string): Promise<string> {
  const header = 'session_id,session_type,participant_email,volunteer_email,date,duration_min';
  const { id } = await planFile(admin, `${header}\n${row}\n`);
  await startImport(admin, id);
  await importIn(admin, id, 'COMPLETED');
  return id;
}

async function hoursOf(month: string): Promise<number> {
  const { metrics } = await admin.get<{ metrics: { value: number }[] }>(
    `{ metrics(name: VOLUNTEER_HOURS, grain: MONTH, from: "${month}", to: "${month}") { value } }`,
  );
  return metrics[0]?.value ?? 0;
}

async function lineageOf(month: string): Promise<unknown> {
  const { metrics } = await admin.get<{ metrics: { lineage: unknown }[] }>(
    `{ metrics(name: VOLUNTEER_HOURS, grain: MONTH, from: "${month}", to: "${month}") {
      lineage { formulaVersion inputs { name value } activities { totalCount nodes { id hours } } } } }`,
  );
  return metrics[0]?.lineage;
}
