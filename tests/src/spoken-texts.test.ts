import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { importIn, planFile, startImport, undoImport } from './importing.ts';
import { settled } from './settled.ts';
import { until } from './until.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

// What a pair of the Buddy programme writes, on its way to scores, evidence and safety flags.

const pair = 'olena@example.org;kari@firma.example';
const matches = [
  'participant_email;buddy_email;matched_at;status;language;interests;location',
  `${pair};15.01.2026;aktiv;norsk;;`,
];
const feedbackHeader = 'participant_email;buddy_email;submitted_at;author;rating;feedback_text';
const gain = 'Jeg føler meg ikke ensom lenger, naboene inviterte oss på middag.';
const danger = 'Han sa at han skal drepe meg. Ring meg på +47 912 34 567, hilsen Oksana Petrenko.';
const advert = 'Tjen 5000 kr om dagen hjemmefra!';
const checkIn = 'Jeg fikk jobben på sykehuset! Skriv til olena.p@example.org.';

let platform: TestStack;
let company: Company;
let admin: Caller;
let reviewer: Caller;
let other: Caller;
let feedbackImport: string;

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Words');
  admin = await platform.administrator(company);
  for (const name of ['reviewer', 'other']) await platform.addMember(company, `${name}@words.example`, 'REVIEWER');
  reviewer = await platform.signIn('reviewer@words.example');
  other = await platform.signIn('other@words.example');
  await run(matches);
  feedbackImport = await run([
    feedbackHeader,
    `${pair};15.02.2026;deltaker;4,0;"${gain}"`,
    `${pair};16.02.2026;deltaker;1,0;"${danger}"`,
    `${pair};17.02.2026;frivillig;5,0;"${gain} ${advert}"`,
  ]);
  await run([
    'check_in_id;participant_email;buddy_email;checked_at;mood;note',
    `C1;${pair};15.03.2026;5;"${checkIn}"`,
    `C2;${pair};16.03.2026;4;`,
  ]);
  await settled(platform.sql);
}, 180_000);
afterAll(() => platform?.close());

test('participants are scored, volunteers are not, and evidence leads back to the record', async () => {
  const { evidence } = await admin.get<{ evidence: { nodes: Evidence[] } }>(`{ evidence { nodes { snippet hash source
    session { id } buddyFeedback { id author submittedAt match { status } } buddyCheckIn { mood match { status } }
    score { dimension direction source participant { email } } } } }`);
  const found = evidence.nodes.map(({ source, score }) => [source, score.dimension, score.direction]);
  expect(found).toContainEqual(['BUDDY_FEEDBACK', 'BELONGING', 'GAIN']);
  expect(found).toContainEqual(['BUDDY_CHECK_IN', 'JOB_READINESS', 'GAIN']);
  expect(evidence.nodes.every(({ session }) => session === null)).toBe(true);
  const job = evidence.nodes.find(({ score }) => score.dimension === 'JOB_READINESS');
  expect(job?.buddyCheckIn).toEqual({ mood: 5, match: { status: 'ACTIVE' } });
  expect(job?.score.participant.email).toBe('olena@example.org');
  const home = evidence.nodes.filter(({ score }) => score.dimension === 'BELONGING');
  expect(home.map(({ buddyFeedback }) => buddyFeedback?.author)).toEqual(['PARTICIPANT']);
  expect(home[0]?.buddyFeedback?.submittedAt).toBe('2026-02-15T00:00:00.000Z');
  const { rows } = await platform.sql.query<{ text: string }>(
    'SELECT text FROM programs.buddy_feedback WHERE id = $1',
    [home[0]?.buddyFeedback?.id],
  );
  expect(rows[0]?.text).toContain(home[0]?.snippet);
});

test('what the screen saw waits, the urgent first, and tells no more than that it is there', async () => {
  const { safetyFlags } = await reviewer.get<{ safetyFlags: { nodes: Flag[]; totalCount: number } }>(
    `{ safetyFlags(filter: { waiting: true }) { totalCount nodes { id ${flagFields} buddyFeedback { author } } } }`,
  );
  const listed = safetyFlags.nodes.map(({ category, severity, author, source }) => [
    category,
    severity,
    author,
    source,
  ]);
  expect(listed[0]?.slice(0, 2)).toEqual(['THREAT', 'HIGH']);
  expect(listed).toContainEqual(['CONTACT_DETAILS', 'MEDIUM', 'PARTICIPANT', 'BUDDY_FEEDBACK']);
  expect(listed).toContainEqual(['CONTACT_DETAILS', 'MEDIUM', 'PARTICIPANT', 'BUDDY_CHECK_IN']);
  expect(listed).toContainEqual(['SPAM', 'MEDIUM', 'VOLUNTEER', 'BUDDY_FEEDBACK']);
  expect(safetyFlags.totalCount).toBe(4);
  const threat = safetyFlags.nodes[0];
  const sentence = 'Han sa at han skal drepe meg.';
  expect(threat).toMatchObject({ snippet: sentence, hash: createHash('sha256').update(sentence).digest('hex') });
  const told = await eventsOf('safety.flag.raised');
  expect(told).toHaveLength(4);
  expect(told.map(({ category }) => category).sort()).toEqual(['contact_details', 'contact_details', 'spam', 'threat']);
  expect(JSON.stringify(told)).not.toMatch(/drepe|912 34 567|Oksana|example/);
});

test('nothing that names or reaches a person is kept beside the record itself', async () => {
  const { rows: tables } = await platform.sql.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'outcomes' AND table_type = 'BASE TABLE'",
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const { rows } = await platform.sql.query<{ all: string }>(
      `SELECT coalesce(string_agg(t::text, ' '), '') AS all FROM outcomes.${name} t`,
    );
    expect(rows[0]?.all, name).not.toMatch(/912 34 567|Oksana|Petrenko|olena\.p/);
  }
});

test('the same file again raises and scores nothing anew', async () => {
  const before = await stored();
  await run([
    feedbackHeader,
    `${pair};15.02.2026;deltaker;4,0;"${gain}"`,
    `${pair};16.02.2026;deltaker;1,0;"${danger}"`,
  ]);
  await settled(platform.sql);
  expect(await stored()).toEqual(before);
});

test('a decision is made once, an appeal is decided by somebody else, and the audit log has all of it', async () => {
  const id = await flagId('THREAT');
  expect(await act(admin, 'appeal', id)).toBe('SAFETY_FLAG_NOT_DECIDED');
  expect(await act(reviewer, 'DISMISSED', id)).toBe('DISMISSED');
  expect(await act(reviewer, 'UPHELD', id)).toBe('SAFETY_FLAG_DECIDED');
  expect(await act(admin, 'appeal', id)).toBe('APPEALED');
  expect(await act(reviewer, 'UPHELD', id)).toBe('SAFETY_FLAG_OWN_DECISION');
  expect(await act(other, 'UPHELD', id)).toBe('UPHELD');
  expect(await act(admin, 'appeal', id)).toBe('SAFETY_FLAG_FINAL');
  const { safetyFlag } = await reviewer.get<{ safetyFlag: { reviews: { act: string }[]; decidedByViewer: boolean } }>(
    'query ($id: ID!) { safetyFlag(id: $id) { decidedByViewer reviews { act note } } }',
    { id },
  );
  expect(safetyFlag).toMatchObject({
    decidedByViewer: true,
    reviews: [{ act: 'DISMISSED' }, { act: 'APPEALED' }, { act: 'UPHELD' }],
  });
  expect(
    (await eventsOf('safety.review.completed')).map(({ decision, afterAppeal }) => [decision, afterAppeal]),
  ).toEqual([
    ['DISMISSED', false],
    ['UPHELD', true],
  ]);
  const lines = await until('audit lines', async () => {
    const { rows } = await platform.sql.query<{ action: string }>(
      'SELECT action FROM privacy.audit_entry WHERE company_id = $1 AND target = $2 ORDER BY occurred_at',
      [company.id, id],
    );
    return rows.length >= 3 && rows.map(({ action }) => action);
  });
  expect(lines).toEqual(['safetyFlag.decided', 'safetyFlag.appealed', 'safetyFlag.decided']);
});

test('of two who decide at once one is refused', async () => {
  const id = await flagId('SPAM');
  const answers = await Promise.all([act(reviewer, 'UPHELD', id), act(other, 'DISMISSED', id)]);
  expect(answers.filter((answer) => answer === 'SAFETY_FLAG_DECIDED')).toHaveLength(1);
});

test('whoever is no reviewer and no administrator sees no flag and decides none', async () => {
  await platform.addMember(company, 'user@words.example', 'COMPANY_USER');
  const user = await platform.signIn('user@words.example');
  const answer = await user.send({ query: '{ safetyFlags { nodes { snippet } } }' });
  expect(await answer.json()).toMatchObject({ data: { safetyFlags: null }, errors: [{}] });
  const id = await flagId('CONTACT_DETAILS');
  const refused = await user.send({
    query: `mutation { decideSafetyFlag(input: { id: "${id}", decision: DISMISSED }) { __typename } }`,
  });
  expect(JSON.stringify(await refused.json())).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
  expect((await statusOf(id)).status).toBe('OPEN');
});

test('a correction takes its words along, and a withdrawal everything but what was decided', async () => {
  const contact = await flagId('CONTACT_DETAILS', 'BUDDY_FEEDBACK');
  const threat = await flagId('THREAT');
  await run([feedbackHeader, `${pair};16.02.2026;deltaker;2,0;"Han sa at han skal drepe meg."`]);
  await settled(platform.sql);
  expect(await statusOf(contact)).toEqual({ status: 'WITHDRAWN', snippet: null });
  expect(await statusOf(threat)).toEqual({ status: 'UPHELD', snippet: 'Han sa at han skal drepe meg.' });
  await undoImport(admin, feedbackImport);
  await importIn(admin, feedbackImport, 'UNDONE');
  await settled(platform.sql);
  const { rows } = await platform.sql.query(
    "SELECT 1 FROM outcomes.evidence WHERE company_id = $1 AND source_kind = 'BUDDY_FEEDBACK' AND snippet LIKE '%naboene%'",
    [company.id],
  );
  expect(rows).toEqual([]);
});

test('a score is explained by words of its snippet, reviewed once by each person, and its label stays when the score goes', async () => {
  const queue =
    '{ scoresToReview { totalCount nodes { reason score { id dimension direction explanation { word weight } evidence { snippet } } } } }';
  const { scoresToReview } = await reviewer.get<{ scoresToReview: { totalCount: number; nodes: ToReview[] } }>(queue);
  expect(scoresToReview.totalCount).toBe(scoresToReview.nodes.length);
  for (const { reason, score } of scoresToReview.nodes) {
    expect(['UNCERTAIN', 'RANDOM']).toContain(reason);
    for (const { word } of score.explanation) expect(score.evidence.snippet).toContain(word);
  }
  const job = scoresToReview.nodes.find(({ score }) => score.dimension === 'JOB_READINESS')?.score;
  expect(job?.explanation.map(({ word }) => word)).toContain('jobben');
  expect(await review(reviewer, job?.id, 'SETBACK')).toEqual([{ label: 'SETBACK', agrees: false }]);
  expect(await review(reviewer, job?.id, 'GAIN')).toBe('SCORE_REVIEWED');
  expect(await review(other, job?.id, 'GAIN')).toEqual([
    { label: 'SETBACK', agrees: false },
    { label: 'GAIN', agrees: true },
  ]);
  const after = await reviewer.get<{ scoresToReview: { totalCount: number } }>('{ scoresToReview { totalCount } }');
  expect(after.scoresToReview.totalCount).toBe(scoresToReview.totalCount - 1);
  await platform.sql.query('DELETE FROM outcomes.outcome_score WHERE company_id = $1 AND id = $2', [
    company.id,
    job?.id,
  ]);
  const { rows } = await platform.sql.query(
    'SELECT scored, label, hash FROM outcomes.score_review WHERE company_id = $1',
    [company.id],
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ scored: 'gain', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

interface ToReview {
  readonly reason: string;
  readonly score: {
    readonly id: string;
    readonly dimension: string;
    readonly explanation: readonly { readonly word: string; readonly weight: number }[];
    readonly evidence: { readonly snippet: string };
  };
}

/** What everybody said of the score then, or the code of the refusal. */
async function review(caller: Caller, id: string | undefined, label: string): Promise<unknown> {
  const { done } = await caller.get<{ done: { code?: string; score?: { reviews: unknown } } }>(
    `mutation ($id: ID!) { done: reviewOutcomeScore(input: { scoreId: $id, label: ${label} }) {
      ... on OutcomeScoreReviewed { score { reviews { label agrees } } } ... on Refused { code } } }`,
    { id },
  );
  return done.score?.reviews ?? done.code;
}

interface Evidence {
  readonly snippet: string;
  readonly source: string;
  readonly session: { readonly id: string } | null;
  readonly buddyFeedback: { readonly id: string; readonly author: string; readonly submittedAt: string } | null;
  readonly buddyCheckIn: { readonly mood: number } | null;
  readonly score: {
    readonly dimension: string;
    readonly direction: string;
    readonly participant: { readonly email: string };
  };
}

interface Flag {
  readonly id: string;
  readonly category: string;
  readonly severity: string;
  readonly author: string;
  readonly source: string;
}

const flagFields = 'category severity status author source snippet hash language';

async function run(lines: readonly string[]): Promise<string> {
  const { id } = await planFile(admin, `\uFEFF${[...lines, ''].join('\r\n')}`);
  await startImport(admin, id);
  await importIn(admin, id, 'COMPLETED');
  return id;
}

async function eventsOf(type: string): Promise<Record<string, unknown>[]> {
  const { rows } = await platform.sql.query<{ data: Record<string, unknown> }>(
    'SELECT data FROM outcomes.outbox WHERE company_id = $1 AND type = $2 ORDER BY txid, seq',
    [company.id, type],
  );
  return rows.map(({ data }) => data);
}

async function stored(): Promise<unknown> {
  const { rows } = await platform.sql.query(
    `SELECT (SELECT json_agg(f ORDER BY id) FROM outcomes.safety_flag f) AS flags,
      (SELECT json_agg(s ORDER BY id) FROM outcomes.outcome_score s) AS scores,
      (SELECT count(*) FROM outcomes.outbox WHERE type = 'safety.flag.raised') AS told`,
  );
  return rows[0];
}

async function flagId(category: string, source?: string): Promise<string> {
  const { rows } = await platform.sql.query<{ id: string }>(
    'SELECT id FROM outcomes.safety_flag WHERE company_id = $1 AND category = $2 AND source_kind = coalesce($3, source_kind) ORDER BY id',
    [company.id, category, source ?? null],
  );
  return rows[0]?.id ?? '';
}

async function statusOf(id: string) {
  const { rows } = await platform.sql.query<{ status: string; snippet: string | null }>(
    'SELECT status, snippet FROM outcomes.safety_flag WHERE id = $1',
    [id],
  );
  return rows[0] ?? { status: 'none', snippet: null };
}

/** Decides or appeals; answers the flag's new status, or the code of the refusal. */
async function act(caller: Caller, what: 'UPHELD' | 'DISMISSED' | 'appeal', id: string): Promise<string> {
  const [field, made] =
    what === 'appeal'
      ? ['appealSafetyFlag(input: { id: $id, reason: "There is more to it." })', 'SafetyFlagAppealed']
      : [`decideSafetyFlag(input: { id: $id, decision: ${what} })`, 'SafetyFlagDecided'];
  const { done } = await caller.get<{ done: { code?: string; safetyFlag?: { status: string } } }>(
    `mutation ($id: ID!) { done: ${field} { ... on ${made} { safetyFlag { status } } ... on Refused { code } } }`,
    { id },
  );
  return done.safetyFlag?.status ?? done.code ?? 'nothing';
}
