import type { PlatformEvent } from '@teei/runtime/define-event';
import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepEnrolments } from '../../jobs/keep-enrolments.ts';
import { keepSurveys } from '../../jobs/keep-surveys.ts';
import { type OutcomesScene, type SceneSession, startOutcomesScene } from '../../testing/outcomes-scene.ts';

let scene: OutcomesScene;
let companyId: string;
const [language, mentorship, small] = [newId(), newId(), newId()];
const people = Array.from({ length: 30 }, newId);

beforeAll(async () => {
  scene = await startOutcomesScene();
  companyId = await scene.platform.addCompany('Trends');
  await scene.keep(companyId, sessions());
  await tell(enrolments(), keepEnrolments);
  await tell(surveys(), keepSurveys(scene.outcomes.parts));
  await scene.compute(companyId);
});
afterAll(() => scene.close());

/** 12 people in language, 8 in mentorship and 3 in a small programme; some come again and again, some speak of what they gained. */
function sessions(): SceneSession[] {
  return people.slice(0, 23).flatMap((participantId, index) => {
    const programmeId = index < 12 ? language : index < 20 ? mentorship : small;
    const days = index % 2 === 0 ? ['05', '07', '21'] : ['06'];
    return days.map((day) => ({
      ...{
        participantId,
        programmeId,
        volunteerId: participantId,
        startedAt: `2026-0${1 + (index % 3)}-${day}T22:00:00Z`,
      },
      ...{ minutes: 30 + index, language: index % 4 === 0 ? 'uk' : 'en' },
      scores:
        index % 5 === 4
          ? []
          : [
              {
                dimension: 'belonging' as const,
                level: (index % 7) / 10 + Number(day) / 100,
                confidence: 0.6 + (index % 3) / 10,
              },
            ],
    }));
  });
}

function enrolments(): PlatformEvent[] {
  const places = people.map((participantId, index) => ({
    ...{ participantId, enrolled: true },
    programmeId: index < 12 ? language : index < 20 ? mentorship : index < 23 ? small : language,
  }));
  const completed = people.slice(0, 8).map((participantId) => ({
    ...{
      completionId: newId(),
      courseId: newId(),
      participantId,
      completedAt: '2026-03-20T10:00:00Z',
      finalScore: null,
    },
  }));
  const withdrawn = completed.at(-1);
  return [
    event('programs.enrolments.changed', { enrolments: places }, '2026-01-01T10:00:00Z'),
    // Told later and handed over first: the place was taken away again.
    event('upskilling.course.withdrawn', withdrawn, '2026-04-02T10:00:00Z'),
    ...completed.map((data) => event('upskilling.course.completed', data, '2026-04-01T10:00:00Z')),
  ];
}

function surveys(): PlatformEvent[] {
  return people.slice(0, 23).flatMap((participantId, index) => {
    const programmeId = index < 12 ? language : index < 20 ? mentorship : small;
    const answered = (phase: string, answeredAt: string, level: number) => {
      const levels = [{ dimension: 'CONFIDENCE', level }];
      const data = { responseId: newId(), programmeId, participantId, phase, answeredAt, levels };
      return event('programs.survey.answered', data, answeredAt);
    };
    return [
      answered('BASELINE', '2026-01-02T10:00:00Z', 0.2 + (index % 4) / 10),
      answered('FOLLOW_UP', '2026-03-30T10:00:00Z', 0.4 + (index % 5) / 10),
    ];
  });
}

function event(type: string, data: unknown, time: string): PlatformEvent {
  const about = { id: newId(), companyId, type, dataVersion: 1, subject: newId(), data };
  return { ...about, correlationId: null, causationId: null, time };
}

async function tell(events: readonly PlatformEvent[], consumer: Pick<typeof keepEnrolments, 'handle'>): Promise<void> {
  for (const handed of [events, events]) await scene.within(companyId, (tx) => consumer.handle(tx, handed));
}

const ask = (query: string) => scene.ask(scene.viewer(companyId), query);
const plain = async <Row>(text: string): Promise<Row[]> =>
  (await scene.platform.sql.query(text, [companyId])).rows as Row[];

describe('a trend', () => {
  test('of sessions by week is what plain SQL counts, with the weeks in which nothing happened', async () => {
    const { trend } = await ask(
      '{ trend(metric: SESSIONS, grain: WEEK, window: 2) { unit points { period firstDay value absence movingAverage metric { value period lineage { sessions { totalCount } } } } } }',
    );
    const counted = await plain<{ week: string; sessions: number; people: number }>(
      `SELECT to_char(date_trunc('week', started_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS week, count(*)::int AS sessions,
        count(DISTINCT participant_id)::int AS people FROM outcomes.session_fact WHERE company_id = $1 GROUP BY 1`,
    );
    const shown = new Map(counted.map(({ week, sessions, people }) => [week, people < 5 ? null : sessions]));
    expect(trend.unit).toBe('sessions');
    expect(trend.points[0].period).toBe('2026-W02');
    expect(trend.points.length).toBeGreaterThan(counted.length);
    for (const [place, { firstDay, value, metric, movingAverage }] of trend.points.entries()) {
      expect(value, firstDay).toEqual(shown.has(firstDay) ? shown.get(firstDay) : 0);
      if (value) expect(metric.lineage.sessions.totalCount).toBe(value);
      const before = trend.points[place - 1]?.value ?? null;
      expect(movingAverage).toEqual(before === null || value === null ? null : (before + value) / 2);
    }
  });

  test('of a level by quarter and programme leads down to its evidence; the smallest group takes the next with it', async () => {
    const of = (programmeId: string) =>
      `trend(metric: OUTCOME_LEVEL, dimension: BELONGING, grain: QUARTER, programmeId: "${programmeId}") {
        points { period value absence metric { programme { id } lineage { formula inputs { value } evidence { totalCount nodes { snippet } } } } } }`;
    const {
      language: long,
      mentorship: middle,
      small: few,
    } = await ask(`{ language: ${of(language)} mentorship: ${of(mentorship)} small: ${of(small)} }`);
    const [counted] = await plain<{ level: number; scores: number }>(
      `SELECT sum(s.level * s.confidence) / sum(s.confidence) AS level, count(*)::int AS scores FROM outcomes.outcome_score s
        JOIN outcomes.session_fact f USING (company_id, session_id) WHERE s.company_id = $1 AND f.programme_id = '${language}'`,
    );
    expect(long.points).toHaveLength(1);
    expect(long.points[0]).toMatchObject({ period: '2026-Q1', absence: null, metric: { programme: { id: language } } });
    expect(long.points[0].value).toBeCloseTo(counted?.level ?? 0, 9);
    expect(long.points[0].metric.lineage.evidence.totalCount).toBe(counted?.scores);
    expect(long.points[0].metric.lineage.formula).toContain('one programme');
    expect(middle.points[0]).toMatchObject({ value: null, absence: 'WOULD_REVEAL' });
    expect(few.points[0]).toMatchObject({
      value: null,
      absence: 'GROUP_TOO_SMALL',
      metric: { lineage: { inputs: [] } },
    });
  });

  test.each([
    'metric: SROI, grain: MONTH',
    'metric: SESSIONS, grain: ALL_TIME',
    'metric: OUTCOME_LEVEL, grain: MONTH',
    'metric: SESSIONS, dimension: BELONGING, grain: MONTH',
    'metric: SESSIONS, grain: MONTH, window: 0',
  ])('with %s is refused with what to ask instead', async (args) => {
    const query = `{ trend(${args}) { unit } }`;
    const { errors } = await scene.outcomes.execute(
      { query },
      { viewer: scene.viewer(companyId), correlationId: newId() },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', remedy: expect.stringMatching(/.{10}/) });
  });
});

describe('cohorts', () => {
  const keyOf = {
    PROGRAMME: 'f.programme_id::text',
    START_MONTH: `(SELECT to_char(min(x.month), 'YYYY-MM') FROM outcomes.session_fact x WHERE x.participant_id = s.participant_id)`,
    LANGUAGE: 'e.language',
  };
  const fields = `key people mean interval { low high } absence lineage { formulaVersion inputs { name value }
    participants(first: 100) { totalCount nodes { id } } evidence(first: 100) { totalCount nodes { snippet } } }`;

  test.each(['PROGRAMME', 'START_MONTH', 'LANGUAGE'] as const)('by %s are what plain SQL says', async (by) => {
    const { cohorts } = await ask(
      `{ cohorts(by: ${by}, dimension: BELONGING) { total method cohorts { ${fields} } } }`,
    );
    const counted = await plain<{ key: string; people: number; scores: number; mean: number; sd: number }>(
      `WITH person AS (SELECT ${keyOf[by]} AS key, s.participant_id, sum(s.level * s.confidence) / sum(s.confidence) AS level, count(*) AS scores
          FROM outcomes.outcome_score s JOIN outcomes.evidence e ON e.score_id = s.id
          JOIN outcomes.session_fact f ON f.session_id = s.session_id WHERE s.company_id = $1 GROUP BY 1, 2)
        SELECT key, count(*)::int AS people, sum(scores)::int AS scores, avg(level) AS mean, stddev(level) AS sd FROM person GROUP BY key ORDER BY key`,
    );
    expect(cohorts.cohorts.map(({ key }: { key: string }) => key)).toEqual(counted.map(({ key }) => key));
    expect([cohorts.total, cohorts.method]).toEqual([counted.length, expect.stringContaining("Student's t")]);
    for (const cohort of cohorts.cohorts) {
      const { people, scores, mean, sd } = counted.find(({ key }) => key === cohort.key) as (typeof counted)[number];
      if (cohort.absence !== null) {
        expect(cohort).toMatchObject({ people: null, mean: null, interval: null });
        expect(cohort.lineage).toMatchObject({ inputs: [], participants: null, evidence: null });
        expect(cohort.absence === 'WOULD_REVEAL' || people < 5).toBe(true);
        continue;
      }
      expect(people).toBeGreaterThanOrEqual(5);
      expect(cohort.people).toBe(people);
      expect(cohort.mean).toBeCloseTo(mean, 9);
      const reach = (cohort.interval.high - cohort.interval.low) / 2;
      // Between t(∞) and t(4): the exact quantiles are in the unit test.
      expect((reach * Math.sqrt(people)) / sd).toBeGreaterThan(1.96);
      expect((reach * Math.sqrt(people)) / sd).toBeLessThan(2.78);
      const { participants, evidence } = cohort.lineage;
      expect([participants.totalCount, participants.nodes.length]).toEqual([people, people]);
      expect([evidence.totalCount, evidence.nodes.length]).toEqual([scores, scores]);
    }
  });

  test('that are asked for by name are shown no other than among all', async () => {
    const { all, one } = await ask(
      `{ all: cohorts(by: PROGRAMME, dimension: BELONGING) { cohorts { key absence } }
        one: cohorts(by: PROGRAMME, dimension: BELONGING, keys: ["${mentorship}"]) { total cohorts { key absence } } }`,
    );
    const hidden = all.cohorts.find(({ key }: { key: string }) => key === mentorship);
    expect(hidden.absence).toBe('WOULD_REVEAL');
    expect(one).toEqual({ total: 3, cohorts: [hidden] });
  });
});

test('a funnel counts who came to each step, as plain SQL does, and who they are', async () => {
  const { all, of } = await ask(
    `{ all: funnel { steps { stage people share dropOff absence lineage { inputs { value } participants(first: 3) { totalCount nodes { id } pageInfo { hasNextPage } } } } }
      of: funnel(programmeId: "${small}") { steps { people absence lineage { participants { totalCount } } } } }`,
  );
  const [counted] = await plain<Record<string, number>>(
    `WITH met AS (SELECT participant_id, count(*) AS sessions FROM outcomes.session_fact WHERE company_id = $1 GROUP BY 1),
        said AS (SELECT DISTINCT participant_id FROM outcomes.outcome_score WHERE company_id = $1),
        done AS (SELECT participant_id FROM outcomes.completion_fact WHERE company_id = $1 AND NOT withdrawn)
      SELECT count(*)::int AS enrolled, count(met.sessions)::int AS first, count(*) FILTER (WHERE sessions >= 3)::int AS third,
        count(*) FILTER (WHERE sessions >= 3 AND said.participant_id IS NOT NULL)::int AS said,
        count(*) FILTER (WHERE sessions >= 3 AND said.participant_id IS NOT NULL AND done.participant_id IS NOT NULL)::int AS done
      FROM outcomes.enrolment_fact e LEFT JOIN met USING (participant_id) LEFT JOIN said USING (participant_id) LEFT JOIN done USING (participant_id)
      WHERE e.company_id = $1 AND e.enrolled`,
  );
  expect(counted).toEqual({ enrolled: 30, first: 23, third: 12, said: 10, done: 3 });
  // From 12 to 10 two people would show, and 3 are too few.
  expect(all.steps.map(({ people, dropOff, absence }: Record<string, unknown>) => [people, dropOff, absence])).toEqual([
    [30, null, null],
    [23, 7, null],
    [12, 11, null],
    [null, null, 'WOULD_REVEAL'],
    [null, null, 'GROUP_TOO_SMALL'],
  ]);
  expect(all.steps[2].share).toBeCloseTo(0.4, 9);
  expect(all.steps[2].lineage).toMatchObject({ inputs: [{ value: 12 }], participants: { totalCount: 12 } });
  expect(all.steps[2].lineage.participants.nodes).toHaveLength(3);
  expect(all.steps[2].lineage.participants.pageInfo.hasNextPage).toBe(true);
  expect(all.steps[3].lineage.participants).toBeNull();
  expect(of.steps[0]).toEqual({ people: null, absence: 'GROUP_TOO_SMALL', lineage: { participants: null } });
});

test('a change of matched pairs is what plain SQL says, with the programmes that can be shown', async () => {
  const { change } = await ask(
    `{ change { dimension method overall { pairs before after change interval { low high } effectSize effectInterval { low high } absence
        lineage { participants(first: 100) { totalCount nodes { id } } evidence { totalCount } } }
      byProgramme { programme { id } pairs change absence lineage { participants { totalCount } } } } }`,
  );
  const [counted] = await plain<{ n: number; mean: number; sd: number }>(
    `SELECT count(*)::int AS n, avg(a.level - b.level) AS mean, stddev(a.level - b.level) AS sd FROM outcomes.survey_fact b
      JOIN outcomes.survey_fact a ON a.participant_id = b.participant_id AND a.phase = 'FOLLOW_UP'
      WHERE b.company_id = $1 AND b.phase = 'BASELINE'`,
  );
  if (!counted) throw new Error('an aggregate has a row');
  expect(change).toHaveLength(1);
  const [{ dimension, method, overall, byProgramme }] = change;
  expect([dimension, method]).toEqual(['CONFIDENCE', expect.stringContaining("Hedges' g")]);
  expect(overall).toMatchObject({
    pairs: 23,
    absence: null,
    lineage: { participants: { totalCount: 23 }, evidence: null },
  });
  expect(overall.lineage.participants.nodes).toHaveLength(23);
  expect(overall.change).toBeCloseTo(counted.mean, 9);
  expect(overall.after - overall.before).toBeCloseTo(counted.mean, 9);
  // t(22) = 2.073873
  expect(overall.interval.high - counted.mean).toBeCloseTo((2.073873 * counted.sd) / Math.sqrt(23), 6);
  expect(overall.effectSize).toBeCloseTo((counted.mean / counted.sd) * (1 - 3 / 87), 9);
  const of = (id: string) => byProgramme.find(({ programme }: { programme: { id: string } }) => programme.id === id);
  expect(of(language)).toMatchObject({ pairs: 12, absence: null, lineage: { participants: { totalCount: 12 } } });
  expect(of(mentorship)).toMatchObject({ pairs: null, change: null, absence: 'WOULD_REVEAL' });
  expect(of(small)).toMatchObject({ pairs: null, absence: 'GROUP_TOO_SMALL', lineage: { participants: null } });
});

test('another company has none of it', async () => {
  const other = await scene.platform.addCompany('Other');
  const { trend, cohorts, funnel, change } = await scene.ask(
    scene.viewer(other),
    `{ trend(metric: SESSIONS, grain: WEEK, programmeId: "${language}") { points { value } } change { dimension }
      cohorts(by: PROGRAMME, dimension: BELONGING) { total } funnel(programmeId: "${language}") { steps { people } } }`,
  );
  expect([trend.points, cohorts.total, change]).toEqual([[], 0, []]);
  expect(funnel.steps.map(({ people }: { people: number }) => people)).toEqual([0, 0, 0, 0, 0]);
});
