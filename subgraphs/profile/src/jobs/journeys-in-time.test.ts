import { randomUUID } from 'node:crypto';
import { newId } from '@teei/runtime/id';
import type { MemberViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { daysAgo, journeyHandler, journeysOf, told } from '../testing/journey-scene.ts';
import { type ProfileScene, startProfileScene } from '../testing/profile-scene.ts';

// The whole of it at work: consumers, jobs and the watch for what is due.
let scene: ProfileScene;
let handle: ReturnType<typeof journeyHandler>;

beforeAll(async () => {
  scene = await startProfileScene();
  handle = journeyHandler(scene);
  await scene.profile.start();
  await scene.profile.work();
});
afterAll(() => scene.close());

const patience = { timeout: 30_000, interval: 50 };

async function companyWith(count: number): Promise<{ id: string; admin: MemberViewer; participants: string[] }> {
  const id = await scene.platform.addCompany(`Company ${randomUUID()}`);
  const admin = await scene.addMember(id, 'COMPANY_ADMIN');
  const participants = [];
  for (let index = 0; index < count; index++) {
    participants.push(await scene.addPerson('participant', id, `p${index}@${id}.example`));
  }
  return { id, admin, participants: participants.sort() };
}

const ruleText = (name: string, atLeast: number, more = '') => `name: ${name}
title: Came ${atLeast} times
when:
  count: { of: { event: session }, atLeast: ${atLeast} }
do:
  - set: ${name}
${more}`;

const save = `mutation ($source: String!, $revision: Int!) { saveJourneyRule(input: { source: $source, revision: $revision }) {
  ... on JourneyRuleSaved { rule { name revision origin title revisions { revision deleted } } evaluation { id status participants } }
  ... on JourneyRuleInvalid { problems { path line message } }
  ... on Refused { code } } }`;

const remove = `mutation ($name: String!, $revision: Int!) { deleteJourneyRule(input: { name: $name, revision: $revision }) {
  ... on JourneyRuleDeleted { name rule { origin revision } } ... on Refused { code } } }`;

const flags = `query ($id: ID!) { participant(id: $id) { journeyFlags { flag since rule { name revision } facts { kind sourceId eventId } }
  journeyMilestones { milestone reachedAt } openFollowUps { id reason } } }`;

async function flagNames(viewer: MemberViewer, id: string): Promise<string[]> {
  const { data } = await scene.ask(viewer, flags, { id });
  return data.participant.journeyFlags.map(({ flag }: { flag: string }) => flag);
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes.
type Data = any;

/** What the viewer hears of a subscription, one event after another. */
async function follow(viewer: MemberViewer, query: string) {
  const stream = await scene.profile.subscribe({ query }, { viewer, correlationId: 'test' });
  if (!(Symbol.asyncIterator in stream)) throw new Error('the subscription did not start');
  return {
    next: async (): Promise<Data> => (await stream.next()).value?.data,
    end: () => stream.return?.(),
  };
}

const session = (participantId: string, days: number) =>
  told.session({ sessionId: newId(), participantId, startedAt: daysAgo(days), languageLevel: 'A1' });

test('silence sets a flag by itself when it has lasted long enough, and opens a follow-up', async () => {
  const { id, admin, participants } = await companyWith(1);
  const [participantId = ''] = participants;
  // Thirty days ago in a second and a half.
  const startedAt = new Date(Date.now() - 30 * 86_400_000 + 1_500).toISOString();
  await handle(id, [told.session({ sessionId: newId(), participantId, startedAt })]);
  expect(await flagNames(admin, participantId)).toEqual([]);
  await vi.waitFor(async () => expect(await flagNames(admin, participantId)).toEqual(['followup_needed']), patience);
  const { data } = await scene.ask(admin, flags, { id: participantId });
  expect(data.participant.openFollowUps).toMatchObject([
    { reason: 'Quiet for a month, or in low mood at a check-in.' },
  ]);
});

describe('a rule of a company', () => {
  test('touches everybody when it is saved, with progress to watch, and nobody of another company', async () => {
    const { id, admin, participants } = await companyWith(3);
    const other = await companyWith(1);
    await handle(id, [
      session(participants[0] ?? '', 3),
      session(participants[0] ?? '', 2),
      session(participants[1] ?? '', 2),
    ]);
    await handle(other.id, [session(other.participants[0] ?? '', 3), session(other.participants[0] ?? '', 2)]);
    const progress = await follow(
      admin,
      'subscription { journeyProgress { cursor evaluation { status done participants changed } } }',
    );
    const { data } = await scene.ask(admin, save, { source: ruleText('came', 2), revision: 0 });
    expect(data.saveJourneyRule).toMatchObject({
      rule: { name: 'came', revision: 1, origin: 'COMPANY', revisions: [{ revision: 1, deleted: false }] },
      evaluation: { status: 'QUEUED', participants: 3 },
    });
    for (;;) {
      const { evaluation } = (await progress.next()).journeyProgress;
      if (evaluation.status !== 'COMPLETED') continue;
      expect(evaluation).toEqual({ status: 'COMPLETED', done: 3, participants: 3, changed: 1 });
      break;
    }
    await progress.end();
    expect(await flagNames(admin, participants[0] ?? '')).toEqual(['came']);
    expect(await flagNames(admin, participants[1] ?? '')).toEqual([]);
    expect(await flagNames(other.admin, other.participants[0] ?? '')).toEqual([]);
    const counts = 'query { journeyRule(name: "came") { flagged openFollowUps } }';
    expect((await scene.ask(admin, counts)).data.journeyRule).toEqual({ flagged: 1, openFollowUps: 0 });
    expect((await scene.ask(other.admin, counts)).data.journeyRule).toBeNull();
  });

  test('is not saved over a change of somebody else, and the same text changes nothing', async () => {
    const { admin } = await companyWith(0);
    await scene.ask(admin, save, { source: ruleText('came', 2), revision: 0 });
    const late = await scene.ask(admin, save, { source: ruleText('came', 3), revision: 0 });
    expect(late.data.saveJourneyRule).toEqual({ code: 'JOURNEY_RULE_CHANGED' });
    const same = await scene.ask(admin, save, { source: ruleText('came', 2), revision: 1 });
    expect(same.data.saveJourneyRule).toMatchObject({ rule: { revision: 1 }, evaluation: null });
    const next = await scene.ask(admin, save, { source: ruleText('came', 3), revision: 1 });
    expect(next.data.saveJourneyRule.rule.revisions.map(({ revision }: { revision: number }) => revision)).toEqual([
      2, 1,
    ]);
  });

  test('takes the place of a default; deleting it brings the default back', async () => {
    const { id, admin, participants } = await companyWith(1);
    const [participantId = ''] = participants;
    await handle(id, [session(participantId, 2)]);
    await scene.ask(admin, save, { source: ruleText('mentor_ready', 1), revision: 0 });
    await vi.waitFor(async () => expect(await flagNames(admin, participantId)).toEqual(['mentor_ready']), patience);
    const wrong = await scene.ask(admin, remove, { name: 'mentor_ready', revision: 0 });
    expect(wrong.data.deleteJourneyRule).toEqual({ code: 'JOURNEY_RULE_CHANGED' });
    const { data } = await scene.ask(admin, remove, { name: 'mentor_ready', revision: 1 });
    expect(data.deleteJourneyRule).toEqual({ name: 'mentor_ready', rule: { origin: 'DEFAULT', revision: 0 } });
    await vi.waitFor(async () => expect(await flagNames(admin, participantId)).toEqual([]), patience);
    expect((await scene.ask(admin, remove, { name: 'mentor_ready', revision: 2 })).data.deleteJourneyRule).toEqual({
      code: 'JOURNEY_RULE_NOT_FOUND',
    });
  });

  test('that cannot be is refused with the place, and nothing is stored', async () => {
    const { id, admin } = await companyWith(0);
    const broken = await scene.ask(admin, save, { source: ruleText('came', 0), revision: 0 });
    expect(broken.data.saveJourneyRule.problems).toMatchObject([{ path: 'when.count.atLeast', line: 4 }]);
    const waits = (name: string, other: string) =>
      `name: ${name}\ntitle: Waits\nwhen:\n  flag: { name: ${other} }\ndo:\n  - set: ${name}\n`;
    await scene.ask(admin, save, { source: waits('aa', 'bb'), revision: 0 });
    const ring = await scene.ask(admin, save, { source: waits('bb', 'aa'), revision: 0 });
    expect(ring.data.saveJourneyRule.problems).toMatchObject([
      { path: 'when', line: 3, message: /aa → bb → aa|bb → aa → bb/ },
    ]);
    const { rows } = await scene.platform.sql.query('SELECT name FROM profile.journey_rule WHERE company_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ name: 'aa' }]);
  });

  test('is changed by administrators alone, and its changes stand in the audit log', async () => {
    const { id, admin } = await companyWith(0);
    for (const role of ['ANALYST', 'REVIEWER', 'COMPANY_USER'] as const) {
      const { errors } = await scene.ask(await scene.addMember(id, role), save, {
        source: ruleText('came', 2),
        revision: 0,
      });
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    }
    await scene.ask(admin, save, { source: ruleText('came', 2), revision: 0 });
    const audited = (await scene.events(id)).filter(({ type }) => type === 'audit.recorded');
    expect(audited).toMatchObject([{ data: { action: 'journeyRule.saved', detail: { rule: 'came', revision: 1 } } }]);
  });
});

describe('a dry run', () => {
  const preview = `query ($source: String!) { previewJourneyRule(source: $source) { ... on JourneyRulePreview { participants touched
    changes { kind name participants } touches(first: 1) { totalCount pageInfo { endCursor } nodes { participant { id } changes { kind name } } } }
    ... on JourneyRuleInvalid { problems { line } } } }`;

  test('says whom a rule would touch and touches nobody', async () => {
    const { id, admin, participants } = await companyWith(3);
    await handle(
      id,
      participants.slice(0, 2).map((participantId) => session(participantId, 2)),
    );
    const before = await scene.events(id);
    const { data } = await scene.ask(admin, preview, {
      source: ruleText('came', 1, '  - followUp: { reason: Say hello. }'),
    });
    expect(data.previewJourneyRule).toMatchObject({
      participants: 3,
      touched: 2,
      changes: [
        { kind: 'FLAG_SET', name: 'came', participants: 2 },
        { kind: 'FOLLOW_UP_OPENED', name: 'came', participants: 2 },
      ],
      touches: { totalCount: 2, nodes: [{ participant: { id: participants[0] } }] },
    });
    expect(await scene.events(id)).toEqual(before);
    expect(await flagNames(admin, participants[0] ?? '')).toEqual([]);
    const invalid = await scene.ask(admin, preview, { source: 'x' });
    expect(invalid.data.previewJourneyRule.problems).toHaveLength(1);
  });

  test('is not for those who may not see people', async () => {
    const { id } = await companyWith(1);
    const { errors } = await scene.ask(await scene.addMember(id, 'COMPANY_USER'), preview, {
      source: ruleText('came', 1),
    });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});

test('an evaluation that was interrupted goes on behind its checkpoint', async () => {
  const { id, admin, participants } = await companyWith(4);
  await handle(
    id,
    participants.map((participantId) => session(participantId, 2)),
  );
  await scene.platform.sql.query('DELETE FROM profile.journey_milestone WHERE company_id = $1', [id]);
  const evaluationId = newId();
  await scene.platform.sql.query(
    `INSERT INTO profile.journey_evaluation (id, company_id, status, participants, done, reached) VALUES ($1, $2, 'RUNNING', 4, 2, $3)`,
    [evaluationId, id, participants[1]],
  );
  await scene.platform.sql.query(
    `INSERT INTO profile.outbox (id, company_id, type, data_version, subject, data) VALUES ($1, $2, 'profile.journeys.requested', 1, $3, $4)`,
    [newId(), id, evaluationId, JSON.stringify({ evaluationId })],
  );
  scene.platform.platform.wakeUps.wake('profile');
  const state = '{ journeyEvaluation { status done changed } }';
  await vi.waitFor(async () => {
    const { data } = await scene.ask(admin, state);
    expect(data.journeyEvaluation).toEqual({ status: 'COMPLETED', done: 4, changed: 2 });
  }, patience);
  const text = 'SELECT participant_id FROM profile.journey_milestone WHERE company_id = $1 ORDER BY 1';
  const { rows } = await scene.platform.sql.query(text, [id]);
  expect(rows.map((row) => row.participant_id)).toEqual(participants.slice(2));
});

test('a follow-up that a member closed stays closed until its reason was gone and is back', async () => {
  const { id, admin, participants } = await companyWith(1);
  const [participantId = ''] = participants;
  const open =
    'query { followUps(state: OPEN) { totalCount nodes { id participant { id } rule { name } facts { kind } } } }';
  const close =
    'mutation ($id: ID!) { closeFollowUp(id: $id) { ... on FollowUpClosed { followUp { state closedAt } } ... on Refused { code } } }';
  await handle(id, [session(participantId, 40)]);
  const { followUps } = (await scene.ask(admin, open)).data;
  expect(followUps).toMatchObject({
    totalCount: 1,
    nodes: [{ participant: { id: participantId }, facts: [{ kind: 'session' }] }],
  });
  const closed = await scene.ask(admin, close, { id: followUps.nodes[0].id });
  expect(closed.data.closeFollowUp.followUp).toMatchObject({ state: 'CLOSED', closedAt: expect.anything() });
  await handle(id, [told.rating(newId(), participantId, 1, 4)]);
  expect((await scene.ask(admin, open)).data.followUps.totalCount).toBe(0);
  const other = await companyWith(0);
  for (const followUpId of [followUps.nodes[0].id, newId(), 'x']) {
    const foreign = await scene.ask(other.admin, close, { id: followUpId });
    expect(foreign.data.closeFollowUp).toEqual({ code: 'FOLLOW_UP_NOT_FOUND' });
  }
});

test('whoever follows journeys hears once of a change, and of their own company only', async () => {
  const [ours, theirs] = [await companyWith(1), await companyWith(1)];
  const stream = await follow(
    ours.admin,
    'subscription { journeyChanged { cursor participant { id journeyMilestones { milestone } } } }',
  );
  await handle(theirs.id, [session(theirs.participants[0] ?? '', 2)]);
  await handle(ours.id, [session(ours.participants[0] ?? '', 2)]);
  expect((await stream.next()).journeyChanged.participant).toEqual({
    id: ours.participants[0],
    journeyMilestones: [{ milestone: 'first_session' }],
  });
  await stream.end();
});

test('two people who are found to be one have one journey; undone, each has their own again', async () => {
  const { id, admin, participants } = await companyWith(2);
  const [kept = '', merged = ''] = participants;
  for (const participantId of [kept, merged, merged]) {
    await handle(id, [told.session({ sessionId: newId(), participantId, startedAt: daysAgo(2), languageLevel: 'B1' })]);
  }
  const apart = [await journeysOf(scene, id)];
  const merge = `mutation ($keepId: ID!, $mergedId: ID!) { mergeParticipants(input: { keepId: $keepId, mergedId: $mergedId }) {
    __typename ... on ParticipantsMerged { merge { id } } ... on Refused { code } } }`;
  const { data } = await scene.ask(admin, merge, { keepId: kept, mergedId: merged });
  await vi.waitFor(async () => expect(await flagNames(admin, kept)).toEqual(['mentor_ready']), patience);
  const later = { sessionId: newId(), participantId: merged, startedAt: daysAgo(1), languageLevel: 'B1' as const };
  await handle(id, [told.session(later)]);
  const { rows } = await scene.platform.sql.query(
    'SELECT participant_id, count(*)::int AS facts FROM profile.participant_fact WHERE company_id = $1 GROUP BY 1',
    [id],
  );
  expect(rows).toEqual([{ participant_id: kept, facts: 4 }]);
  const { rows: left } = await scene.platform.sql.query(
    'SELECT participant_id FROM profile.journey_milestone WHERE company_id = $1',
    [id],
  );
  expect(left).toEqual([{ participant_id: kept }]);
  const unmerge = 'mutation ($id: ID!) { unmergePeople(mergeId: $id) { __typename } }';
  await scene.ask(admin, unmerge, { id: data.mergeParticipants.merge.id });
  await vi.waitFor(async () => expect(await flagNames(admin, merged)).toEqual(['mentor_ready']), patience);
  expect(await flagNames(admin, kept)).toEqual([]);
  expect((await journeysOf(scene, id)).length).toBeGreaterThan(apart.flat().length);
});
