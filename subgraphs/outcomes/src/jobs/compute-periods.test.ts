import { activityLogged, ratingCreated, sessionCompleted, sessionWithdrawn } from '@teei/programs/events';
import type { PlatformEvent } from '@teei/runtime/define-event';
import { newId } from '@teei/runtime/id';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scorer } from '../domain/q2q/score-text.ts';
import { countPeriods, keyOf, type PeriodMetric } from '../testing/counted-periods.ts';
import { type OutcomesScene, startOutcomesScene } from '../testing/outcomes-scene.ts';
import { countActivities } from './count-activities.ts';
import { scoreSessions } from './score-sessions.ts';

let scene: OutcomesScene;
beforeAll(async () => {
  scene = await startOutcomesScene();
});
afterAll(() => scene.close());

/** Reads "dimension level confidence" for what it says, so that a test says what a text carries. */
const scorer: Scorer = {
  modelVersion: 'test-1',
  explain: () => [],
  dissent: () => 0,
  thresholds: { confidence: 0, belonging: 0, lang_level_proxy: 0, job_readiness: 0 },
  probabilities: () => ({ confidence: 0, belonging: 0, lang_level_proxy: 0, job_readiness: 0 }),
  score: (text) => {
    const [dimension, level, confidence] = text.split(' ') as ['belonging', string, string];
    const evidence = { start: 0, end: text.length, snippet: dimension, sha256: text };
    const score = { dimension, level: Number(level), confidence: Number(confidence), direction: 'gain' as const };
    return { language: 'en', modelVersion: 'test-1', scores: [{ ...score, evidence }], topics: [] };
  },
};

const scoring = async () => ({ active: scorer, for: () => scorer, shadowFor: () => null });

const programmes = Array.from({ length: 3 }, newId);
const people = Array.from({ length: 14 }, newId);

/** What happened to one session: its revisions, the last of them perhaps a withdrawal. */
const revision = fc.record({
  programme: fc.constantFrom(...programmes),
  participant: fc.constantFrom(...people),
  volunteer: fc.option(fc.constantFrom(...people)),
  // Over New Year, so that weeks, quarters and years cross.
  day: fc.integer({ min: 0, max: 45 }),
  minutes: fc.constantFrom(30, 45, 60, 90),
  text: fc.option(
    fc.tuple(fc.constantFrom('belonging', 'confidence'), fc.integer({ min: 0, max: 10 }), fc.constantFrom(0.6, 0.8)),
  ),
});
const story = fc.record({
  sessions: fc.array(
    fc.record({ revisions: fc.array(revision, { minLength: 1, maxLength: 3 }), withdrawn: fc.boolean() }),
    { minLength: 5, maxLength: 40 },
  ),
  activities: fc.array(fc.record({ day: fc.integer({ min: 0, max: 45 }), hours: fc.constantFrom(1, 1.5, 4) }), {
    maxLength: 5,
  }),
  order: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  batch: fc.integer({ min: 1, max: 25 }),
  computes: fc.infiniteStream(fc.boolean()),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const at = (day: number): string => new Date(Date.UTC(2025, 11, 10 + day, 23, 30)).toISOString();

/** The events of a story, and what is true once all of them have arrived. */
function told({ sessions, activities }: Story) {
  const events: PlatformEvent[] = [];
  const truth = {
    sessions: [] as Parameters<typeof countPeriods>[0][number][],
    scores: [] as Parameters<typeof countPeriods>[1][number][],
  };
  for (const { revisions, withdrawn } of sessions) {
    const sessionId = newId();
    for (const [index, each] of revisions.entries()) {
      const common = { sessionId, revision: index + 1, participantId: each.participant, startedAt: at(each.day) };
      const session = {
        ...common,
        programmeId: each.programme,
        volunteerId: each.volunteer,
        durationMinutes: each.minutes,
      };
      events.push(event(sessionCompleted.type, { ...session, correction: index > 0 }));
      events.push(event(ratingCreated.type, { ...common, rating: null, text: each.text && textOf(each.text) }));
    }
    const last = revisions.at(-1);
    if (!last) continue;
    const isGone = withdrawn && revisions.length > 1;
    if (isGone) {
      const gone = { sessionId, revision: revisions.length + 1, startedAt: at(last.day) };
      events.push(event(sessionWithdrawn.type, gone));
      continue;
    }
    const counted = { programmeId: last.programme, participantId: last.participant, volunteerId: last.volunteer };
    truth.sessions.push({ ...counted, startedAt: at(last.day), minutes: last.minutes });
    if (last.text) {
      const [dimension, level, confidence] = last.text;
      truth.scores.push({ ...counted, dimension, level: level / 10, confidence, observedAt: at(last.day) });
    }
  }
  const hours = activities.map(({ day, hours }) => ({ activityDate: at(day), hours }));
  for (const activity of hours) {
    const logged = { activityId: newId(), volunteerId: newId(), revision: 1, correction: false, status: 'APPROVED' };
    events.push(event(activityLogged.type, { ...logged, ...activity }));
  }
  return { events, expected: countPeriods(truth.sessions, truth.scores, hours) };
}

function textOf([dimension, level, confidence]: [string, number, number]): string {
  return `${dimension} ${level / 10} ${confidence}`;
}

function event(type: string, data: unknown): PlatformEvent {
  const about = { id: newId(), companyId: '', type, dataVersion: 1, subject: newId(), data };
  return { ...about, correlationId: null, causationId: null, time: '2026-11-21T10:00:00Z' };
}

async function handle(companyId: string, events: readonly PlatformEvent[]): Promise<void> {
  const of = (consumer: { types: readonly string[] }) => events.filter(({ type }) => consumer.types.includes(type));
  for (const consumer of [scoreSessions(scene.outcomes.parts, scoring), countActivities(scene.outcomes.parts)]) {
    const own = of(consumer);
    if (own.length > 0) await scene.within(companyId, (tx) => consumer.handle(tx, own));
  }
}

async function stored(companyId: string): Promise<PeriodMetric[]> {
  const rows = await scene.within(
    companyId,
    (tx) => tx.sql<PeriodMetric>`
      SELECT name, dimension, grain, to_char(coalesce(first_day, month), 'YYYY-MM-DD') AS "firstDay", programme_id AS "programmeId", value, absence
      FROM outcomes.metric WHERE company_id = ${companyId} AND (programme_id IS NOT NULL OR grain IN ('WEEK', 'QUARTER'))
        AND (value <> 0 OR name = 'OUTCOME_LEVEL' AND value IS NOT NULL OR absence IN ('GROUP_TOO_SMALL', 'WOULD_REVEAL'))`,
  );
  return [...rows].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const saysSomething = ({ name, value, absence }: PeriodMetric): boolean =>
  name === 'OUTCOME_LEVEL' || absence !== null || value !== 0;

test('events, corrections and withdrawals in any order end in what a computation from scratch gives', async () => {
  const seen = new Set<string | null>();
  await fc.assert(
    fc.asyncProperty(story, async (each) => {
      const companyId = await scene.platform.addCompany('Any order');
      const { events, expected } = told(each);
      const shuffled = events
        .map((event) => ({ event, place: each.order.next().value }))
        .sort((one, other) => one.place - other.place)
        .map(({ event }) => event);
      while (shuffled.length > 0) {
        await handle(companyId, shuffled.splice(0, each.batch));
        if (each.computes.next().value) await scene.compute(companyId);
      }
      await scene.compute(companyId);
      const metrics = expected.filter(saysSomething);
      const numbers = ({ value, ...rest }: PeriodMetric) => ({ ...rest, value: value && expect.closeTo(value, 9) });
      expect(await stored(companyId)).toEqual(metrics.map(numbers));
      for (const { absence } of metrics) seen.add(absence);
    }),
    { numRuns: 25, seed: 20261121 },
  );
  // The stories reach groups that are shown, that are too small, and that would show one that is.
  expect([...seen].sort()).toEqual(['GROUP_TOO_SMALL', 'WOULD_REVEAL', null]);
}, 120_000);

const fields = 'value absence period firstDay lastDay restatement { restatedAt previousValue } history { value }';

test('a session that comes late restates the week, and the metric says what it said before', async () => {
  const companyId = await scene.platform.addCompany('Late');
  const sessions = people.slice(0, 6).map((participantId) => ({ participantId, startedAt: '2026-02-11T10:00:00Z' }));
  await scene.keep(companyId, sessions);
  await scene.compute(companyId);
  const ask = async () => {
    const viewer = scene.viewer(companyId);
    const { metrics } = await scene.ask(viewer, `{ metrics(grain: WEEK, name: SESSIONS) { id ${fields} } }`);
    return metrics;
  };
  const [week, ...others] = await ask();
  expect(others).toEqual([]);
  expect(week).toMatchObject({ value: 6, period: '2026-W07', firstDay: '2026-02-09', lastDay: '2026-02-15' });
  expect([week.restatement, week.history.length]).toEqual([null, 1]);
  await scene.keep(companyId, [{ participantId: people[7] as string, startedAt: '2026-02-15T23:59:59Z' }]);
  await scene.compute(companyId);
  const [restated] = await ask();
  expect(restated).toMatchObject({ id: week.id, value: 7, restatement: { previousValue: 6 } });
  expect(restated.history.map(({ value }: { value: number }) => value)).toEqual([7, 6]);
});

test('a week of fewer than five people shows no count, nor what it was', async () => {
  const companyId = await scene.platform.addCompany('Few');
  const [first, ...rest] = people.slice(0, 5).map((participantId) => ({
    ...{ sessionId: newId(), participantId, startedAt: '2026-02-11T10:00:00Z' },
  }));
  await scene.keep(companyId, [first as { sessionId: string; participantId: string; startedAt: string }, ...rest]);
  await scene.compute(companyId);
  const gone = { sessionId: first?.sessionId as string, revision: 2, startedAt: '2026-02-11T10:00:00Z' };
  await handle(companyId, [event(sessionWithdrawn.type, gone)]);
  await scene.compute(companyId);
  const { metrics } = await scene.ask(
    scene.viewer(companyId),
    `{ metrics(grain: WEEK, name: PARTICIPANTS) { ${fields} lineage { inputs { value } } } }`,
  );
  expect(metrics).toMatchObject([{ value: null, absence: 'GROUP_TOO_SMALL', restatement: { previousValue: null } }]);
  expect(metrics[0].history.map(({ value }: { value: number | null }) => value)).toEqual([null, null]);
  expect(metrics[0].lineage.inputs).toEqual([]);
});

test('the months that tiles show stay what they were', async () => {
  const companyId = await scene.platform.addCompany('Months');
  await scene.keep(companyId, [{ participantId: people[0] as string, startedAt: '2026-02-11T10:00:00Z' }]);
  await scene.compute(companyId);
  const { metrics } = await scene.ask(scene.viewer(companyId), '{ metrics { name grain value programme { id } } }');
  const counted = metrics.filter(({ name }: { name: string }) => name === 'SESSIONS');
  expect(counted).toEqual([
    { name: 'SESSIONS', grain: 'ALL_TIME', value: 1, programme: null },
    { name: 'SESSIONS', grain: 'MONTH', value: 1, programme: null },
  ]);
});
