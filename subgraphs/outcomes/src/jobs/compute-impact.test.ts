import type { PlatformEvent } from '@teei/runtime/define-event';
import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OutcomesScene, startOutcomesScene } from '../testing/outcomes-scene.ts';
import { keepSurveys } from './keep-surveys.ts';

let scene: OutcomesScene;
beforeAll(async () => {
  scene = await startOutcomesScene();
});
afterAll(() => scene.close());

/** Five volunteers with a session of an hour in January and in March: two active months of three. */
function sessionsOf(volunteers: number) {
  return Array.from({ length: volunteers }, newId).flatMap((volunteerId) =>
    ['2026-01-10T10:00:00Z', '2026-03-10T10:00:00Z'].map((startedAt) => ({
      volunteerId,
      startedAt,
      participantId: newId(),
    })),
  );
}

function answered(
  participantId: string,
  phase: 'BASELINE' | 'FOLLOW_UP',
  answeredAt: string,
  level: number,
  programmeId: string,
): PlatformEvent {
  const responseId = newId();
  const data = {
    responseId,
    programmeId,
    participantId,
    phase,
    answeredAt,
    levels: [{ dimension: 'CONFIDENCE', level }],
  };
  return {
    ...{ id: newId(), companyId: '', type: 'programs.survey.answered', dataVersion: 1, subject: responseId, data },
    ...{ correlationId: null, causationId: null, time: answeredAt },
  };
}

/** So many participants who went from 0.2 to 0.6. */
function surveysOf(participants: number): PlatformEvent[] {
  const programmeId = newId();
  return Array.from({ length: participants }, newId).flatMap((participantId) => [
    answered(participantId, 'BASELINE', '2026-01-02T10:00:00Z', 0.2, programmeId),
    answered(participantId, 'FOLLOW_UP', '2026-03-30T10:00:00Z', 0.6, programmeId),
  ]);
}

async function scoresOf(volunteers: number, surveys: readonly PlatformEvent[]) {
  const companyId = await scene.platform.addCompany('Scored');
  await scene.keep(companyId, sessionsOf(volunteers));
  for (const handed of [surveys, surveys])
    await scene.within(companyId, (tx) => keepSurveys(scene.outcomes.parts).handle(tx, handed));
  await scene.compute(companyId);
  const fields =
    'grain value absence lineage { formulaVersion inputs { name value } contributions { value } sessions(first: 1) { totalCount } }';
  const { newest, first } = await scene.ask(
    scene.viewer(companyId, 'COMPANY_USER'),
    `{ newest: metrics(name: VIS) { ${fields} } first: metrics(name: VIS_1) { ${fields} } }`,
  );
  return { newest: newest[0], first: first[0] };
}

test('a group of volunteers has a score that leads down to its parts and its sessions', async () => {
  const { newest, first } = await scoresOf(5, surveysOf(10));
  // vis-2: H 2 hours, C 2 of 3 months, O of (10 × 0.4 + 5 × 0) / 15. vis-1: C of two thirds of a session a month, O of 0.4.
  const change = (10 * 0.4) / 15;
  const [hours, steadiness, outcome] = [0.3 * 2, (0.3 * 200) / 3, 0.4 * ((change - 0.1) / 0.9) * 100];
  expect(newest).toMatchObject({ grain: 'ALL_TIME', absence: null });
  expect(newest.value).toBeCloseTo(hours + steadiness + outcome, 9);
  const { formulaVersion, inputs, contributions, sessions } = newest.lineage;
  expect([formulaVersion, sessions.totalCount]).toEqual(['vis-2', 10]);
  expect(contributions.map(({ value }: { value: number }) => value)).toEqual([
    expect.closeTo(hours, 9),
    expect.closeTo(steadiness, 9),
    expect.closeTo(outcome, 9),
  ]);
  expect(inputs).toContainEqual({ name: 'participants with matched pairs', value: 10 });
  expect(first.lineage.formulaVersion).toBe('vis-1');
  expect(first.value).toBeCloseTo(0.3 * 2 + 0.3 * 25 + 0.4 * ((0.4 - 0.1) / 0.9) * 100, 9);
});

test('without pairs vis-2 has no score, and vis-1 takes it for no change', async () => {
  const { newest, first } = await scoresOf(6, []);
  expect([newest.value, newest.absence, newest.lineage.inputs]).toEqual([null, 'NO_MATCHED_PAIRS', []]);
  expect(first.value).toBeCloseTo(0.3 * 2 + 0.3 * 25, 9);
});

test.each([
  ['four volunteers', 4, 10],
  ['pairs of four participants', 10, 4],
])('%s are too few for either version', async (_, volunteers, participants) => {
  const { newest, first } = await scoresOf(volunteers, surveysOf(participants));
  for (const { value, absence, lineage } of [newest, first])
    expect([value, absence, lineage.inputs, lineage.contributions]).toEqual([null, 'GROUP_TOO_SMALL', [], []]);
});

test('a follow-up before its baseline is no pair', async () => {
  const [programmeId, participantId] = [newId(), newId()];
  const backwards = [
    answered(participantId, 'FOLLOW_UP', '2026-01-02T10:00:00Z', 0.9, programmeId),
    answered(participantId, 'BASELINE', '2026-03-02T10:00:00Z', 0.1, programmeId),
  ];
  expect((await scoresOf(5, backwards)).newest.absence).toBe('NO_MATCHED_PAIRS');
});
