import type { PlatformEvent } from '@teei/runtime/define-event';
import { newId } from '@teei/runtime/id';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysAgo, journeyHandler, journeysOf, told } from '../testing/journey-scene.ts';
import { type ProfileScene, startProfileScene } from '../testing/profile-scene.ts';

// What the consumers make of events, handed to them directly; nothing runs beside.
let scene: ProfileScene;
let handle: ReturnType<typeof journeyHandler>;

beforeAll(async () => {
  scene = await startProfileScene();
  handle = journeyHandler(scene);
});
afterAll(() => scene.close());

async function addParticipants(companyId: string, ids: readonly string[], joined = daysAgo(100.1)): Promise<void> {
  for (const id of ids) {
    await scene.platform.sql.query(
      'INSERT INTO profile.participant (id, company_id, email, created_at) VALUES ($1, $2, $3, $4)',
      [id, companyId, `${id}@example.org`, joined],
    );
  }
}

async function flagsOf(companyId: string, participantId: string): Promise<Record<string, unknown>[]> {
  const text =
    'SELECT name, rule, revision, facts FROM profile.journey_flag WHERE company_id = $1 AND participant_id = $2 ORDER BY 1';
  return (await scene.platform.sql.query(text, [companyId, participantId])).rows;
}

test('three sessions at B1 make a mentor, and the flag names the rule and the sessions', async () => {
  const company = await scene.platform.addCompany('Three');
  const participantId = await scene.addPerson('participant', company, 'a@example.org');
  const sessionIds = [newId(), newId(), newId()];
  for (const [index, sessionId] of sessionIds.entries()) {
    const startedAt = daysAgo(3 - index);
    await handle(company, [told.session({ sessionId, participantId, startedAt, languageLevel: 'B1' })]);
    expect(await flagsOf(company, participantId)).toHaveLength(index === 2 ? 1 : 0);
  }
  const facts = sessionIds.map((id) => `session/${id}`);
  expect(await flagsOf(company, participantId)).toEqual([
    { name: 'mentor_ready', rule: 'mentor_ready', revision: 0, facts },
  ]);
  const events = await scene.events(company);
  expect(events.map(({ type, data }) => [type, data.flag ?? data.milestone ?? data.flags])).toEqual([
    ['orchestration.milestone.reached', 'first_session'],
    ['orchestration.profile.updated', []],
    ['orchestration.flag.updated', 'mentor_ready'],
    ['orchestration.profile.updated', ['mentor_ready']],
  ]);
  expect(JSON.stringify(events)).not.toContain('example.org');
});

test('a corrected session takes the flag from one participant and goes to the other; a withdrawn one is gone', async () => {
  const company = await scene.platform.addCompany('Corrected');
  const [one, other] = [newId(), newId()];
  await addParticipants(company, [one, other]);
  const sessionIds = [newId(), newId(), newId()];
  const at = (sessionId: string, participantId: string, revision = 1) =>
    told.session({ sessionId, participantId, revision, startedAt: daysAgo(2), languageLevel: 'B2' });
  await handle(
    company,
    sessionIds.map((id) => at(id, one)),
  );
  expect(await flagsOf(company, one)).toMatchObject([{ name: 'mentor_ready' }]);
  await handle(
    company,
    sessionIds.map((id) => at(id, other, 2)),
  );
  expect([await flagsOf(company, one), await flagsOf(company, other)]).toMatchObject([
    [{ name: 'followup_needed' }],
    [{ name: 'mentor_ready' }],
  ]);
  await handle(company, [told.withdrawal(sessionIds[0] ?? '', 3)]);
  expect(await flagsOf(company, other)).toEqual([]);
  await handle(company, [at(sessionIds[0] ?? '', other, 2)]);
  expect(await flagsOf(company, other)).toEqual([]);
});

test('what is told of somebody whom the company does not have touches nobody', async () => {
  const company = await scene.platform.addCompany('Unknown');
  const foreign = await scene.addPerson('participant', await scene.platform.addCompany('Foreign'), 'f@example.org');
  for (const participantId of [foreign, newId()]) {
    await handle(company, [told.session({ sessionId: newId(), participantId, startedAt: daysAgo(1) })]);
  }
  expect(await journeysOf(scene, company)).toEqual([]);
  expect(await flagsOf(company, foreign)).toEqual([]);
});

/** What happens to one session: versions that correct one another, texts about some of them, perhaps a withdrawal. */
const history = fc.record({
  versions: fc.array(
    fc.record({
      participant: fc.nat(2),
      days: fc.integer({ min: 1, max: 95 }),
      level: fc.constantFrom('A1' as const, 'A2' as const, 'B1' as const, null),
      language: fc.boolean(),
      rating: fc.option(fc.integer({ min: 1, max: 5 })),
      scores: fc.array(
        fc.record({
          dimension: fc.constantFrom('lang_level_proxy', 'job_readiness'),
          direction: fc.constantFrom('gain', 'setback'),
        }),
        { maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  withdrawn: fc.boolean(),
});

type History = ReturnType<typeof history.generate> extends { value: infer Value } ? Value : never;

/** Events in the order in which they came about, those of the newest state last. */
function eventsOf({ versions, withdrawn }: History, participants: readonly string[]): PlatformEvent[][] {
  const sessionId = newId();
  const states = versions.map(({ participant, days, level, language, rating, scores }, index) => {
    const participantId = participants[participant] ?? '';
    const revision = index + 1;
    const kind = language ? ('LANGUAGE' as const) : ('MENTORSHIP' as const);
    return [
      told.session({ sessionId, participantId, revision, startedAt: daysAgo(days + 0.4), languageLevel: level, kind }),
      told.rating(sessionId, participantId, revision, rating),
      told.scores({ sessionId, participantId, revision }, scores, daysAgo(days + 0.4)),
    ];
  });
  return withdrawn ? [...states, [told.withdrawal(sessionId, versions.length + 1)]] : states;
}

const commotion = fc.record({
  histories: fc.array(history, { minLength: 1, maxLength: 9 }),
  order: fc.infiniteStream(fc.nat(1_000_000)),
  batch: fc.integer({ min: 1, max: 7 }),
});

test('in whatever order events arrive, doubled and corrected, flags are those of a fresh evaluation of what is true at the end', async () => {
  await fc.assert(
    fc.asyncProperty(commotion, async ({ histories, order, batch }) => {
      const [disturbed, fresh] = [
        await scene.platform.addCompany('Disturbed'),
        await scene.platform.addCompany('Fresh'),
      ];
      const participants = [newId(), newId(), newId()];
      const joined = daysAgo(100.1);
      await addParticipants(disturbed, participants, joined);
      await addParticipants(fresh, participants, joined);
      const created = participants.map(told.created);
      await handle(fresh, created);
      const states = histories.map((each) => eventsOf(each, participants));
      const all = [...created, ...states.flat(2)];
      const arriving = shuffled([...all, ...all.filter((_, index) => index % 3 === 0)], order);
      for (let from = 0; from < arriving.length; from += batch)
        await handle(disturbed, arriving.slice(from, from + batch));
      await handle(
        fresh,
        states.flatMap((each) => each.at(-1) ?? []),
      );
      expect(await journeysOf(scene, disturbed)).toEqual(await journeysOf(scene, fresh));
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('batches that share participants and run at the same moment miss nothing of each other', async () => {
  const company = await scene.platform.addCompany('Together');
  const participants = Array.from({ length: 6 }, () => newId());
  await addParticipants(company, participants);
  const events = participants.flatMap((participantId, index) =>
    Array.from({ length: 10 }, (_, number) =>
      told.session({
        sessionId: newId(),
        participantId,
        startedAt: daysAgo(1 + number + index / 10),
        languageLevel: 'B1',
      }),
    ),
  );
  const batches = Array.from({ length: 12 }, (_, first) =>
    events.filter((__, index) => index % 12 === first).reverse(),
  );
  await Promise.all(batches.map((batch) => handle(company, batch)));
  for (const participantId of participants) {
    expect(await flagsOf(company, participantId)).toMatchObject([{ name: 'mentor_ready' }]);
  }
  const { rows } = await scene.platform.sql.query(
    "SELECT count(*)::int AS reached FROM profile.journey_milestone WHERE company_id = $1 AND name = 'ten_sessions'",
    [company],
  );
  expect(rows[0].reached).toBe(participants.length);
});

test("one event is evaluated with one read of that participant's facts, however many others there are", async () => {
  const company = await scene.platform.addCompany('Statements');
  const participants = Array.from({ length: 30 }, () => newId());
  await addParticipants(company, participants);
  const session = (participantId = '') => told.session({ sessionId: newId(), participantId, startedAt: daysAgo(1) });
  await handle(company, participants.map(session));
  const statements = await scene.statementsOf(() => handle(company, [session(participants[0])]));
  expect(
    statements.filter((text) => /FROM unnest.*JOIN profile\.participant_fact/s.test(text) && text.includes('f.data')),
  ).toHaveLength(1);
  expect(statements.length).toBeLessThanOrEqual(6);
});

test('each statement of an evaluation can find its rows by an index, as the role that row-level security holds', async () => {
  const company = await scene.platform.addCompany('Plans');
  const [one = '', other = ''] = [newId(), newId()];
  await addParticipants(company, [one, other]);
  const sessionId = newId();
  const session = (participantId: string, revision: number) =>
    told.session({ sessionId, participantId, revision, startedAt: daysAgo(1), languageLevel: 'B1' });
  await handle(company, [session(one, 1)]);
  // It makes the one lose what the other gets, so every kind of write is among the statements.
  const statements = await scene.statementsOf(() => handle(company, [session(other, 2)]));
  expect(statements.filter((text) => /INSERT INTO profile\.participant_fact/.test(text))).toHaveLength(1);
  for (const text of statements) expect(await scansOf(company, text), text).toEqual([]);
});

/** Tables that a statement would read from end to end even where that is the last resort. */
async function scansOf(companyId: string, text: string): Promise<string[]> {
  return inTenant(scene.profile.parts.database, serviceViewer('test', companyId), async ({ client }) => {
    await client.query('SET LOCAL enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN, COSTS OFF) ${text}`);
    return rows.flatMap(({ 'QUERY PLAN': line }) => /Seq Scan on \w+/.exec(line)?.[0] ?? []);
  });
}

function shuffled<T>(items: readonly T[], order: Iterable<number>): T[] {
  const numbers = order[Symbol.iterator]();
  return items
    .map((item) => ({ item, place: Number(numbers.next().value) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
