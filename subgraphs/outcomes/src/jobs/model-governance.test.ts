import { sessionWithdrawn } from '@teei/programs/events';
import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OutcomesScene, startOutcomesScene } from '../testing/outcomes-scene.ts';
import { keepReviewed, readTexts, review, type Said } from '../testing/said-texts.ts';
import { judgeTrialsEverywhere } from './judge-trials.ts';
import { scoreSessions } from './score-sessions.ts';
import { measureDriftEverywhere } from './watch-drift.ts';

let scene: OutcomesScene;
beforeAll(async () => {
  scene = await startOutcomesScene();
});
afterAll(() => scene.close());

const base = 'q2q-local-3';
const dimensions = ['CONFIDENCE', 'BELONGING', 'LANG_LEVEL_PROXY', 'JOB_READINESS'];
const act = async (companyId: string, mutation: string, variables: Record<string, unknown> = {}) =>
  (await scene.ask(scene.viewer(companyId), mutation, variables)).done;
const create = (companyId: string, version: string, threshold: number, promotion = 'MANUAL') =>
  act(
    companyId,
    'mutation ($input: CreateModelVersionInput!) { done: createModelVersion(input: $input) { __typename } }',
    { input: { version, promotion, thresholds: dimensions.map((dimension) => ({ dimension, threshold })) } },
  );
const startShadow = (companyId: string, version: string, share: number) =>
  act(
    companyId,
    `mutation ($input: StartModelShadowInput!) { done: startModelShadow(input: $input) { __typename
      ... on Refused { code } ... on ModelRegistryChanged { registry { active shadow { version share } } } } }`,
    { input: { version, share } },
  );
const stopShadow = (companyId: string) =>
  act(
    companyId,
    'mutation { done: stopModelShadow { ... on Refused { code } ... on ModelRegistryChanged { registry { shadow { version } } } } }',
  );
const audited = async (companyId: string): Promise<string[]> => {
  const rows = await scene.within(
    companyId,
    (tx) => tx.sql<{ action: string }>`
      SELECT data->>'action' AS action FROM outcomes.outbox WHERE type = 'audit.recorded' ORDER BY seq`,
  );
  return rows.map(({ action }) => action);
};

const people = Array.from({ length: 6 }, newId);
const said = (text: string, count: number): Said[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ sessionId: newId(), participantId: people[at % people.length] as string, text },
  }));

/** Everything that users get to see or that others build on, without ids that are made anew. */
async function seen(companyId: string): Promise<unknown> {
  await scene.compute(companyId);
  const asked = await scene.ask(
    scene.viewer(companyId),
    `{ metrics(grain: ALL_TIME) { name dimension value } months: metrics { name dimension value }
      evidence(first: 50) { totalCount nodes { snippet hash language observedAt } } scoresToReview(first: 50) { totalCount }
      goldenSet { totalCount } evidenceFacets { dimensions { value count } } modelVersions { version scores } safetyFlags { totalCount } }`,
  );
  const told = await scene.within(
    companyId,
    (tx) => tx.sql<{ type: string; data: unknown }>`
      SELECT type, data FROM outcomes.outbox WHERE type IN ('outcomes.scored', 'outcomes.facts.changed', 'safety.flag.raised') ORDER BY seq`,
  );
  return { ...asked, told };
}

test('a shadow reads what users write, and nothing that anybody sees changes', async () => {
  const [shadowed, plain] = [await scene.platform.addCompany('Shadowed'), await scene.platform.addCompany('Plain')];
  for (const company of [shadowed, plain]) await create(company, 'strict-9', 0.9);
  expect(await startShadow(shadowed, 'strict-9', 1.1)).toMatchObject({ code: 'MODEL_SHADOW_SHARE_INVALID' });
  expect(await startShadow(shadowed, base, 0.5)).toMatchObject({ code: 'MODEL_ALREADY_ACTIVE' });
  expect(await startShadow(shadowed, 'strict-9', 1)).toMatchObject({
    registry: { active: base, shadow: { version: 'strict-9', share: 1 } },
  });
  const hired = said('I got the job at the hospital!', 8);
  const brave = said('Maybe I am a little less afraid of speaking.', 6);
  const silent = said('The room was hard to find.', 4);
  for (const company of [shadowed, plain]) await readTexts(scene, company, [...hired, ...brave, ...silent]);
  expect(await seen(shadowed)).toEqual(await seen(plain));

  // What was shown was right of those who got the job, and wrong of half of the others; the shadow left all of these out.
  await review(scene, shadowed, [
    ...hired.map(({ sessionId }) => [sessionId, 'GAIN'] as const),
    ...brave.map(({ sessionId }) => [sessionId, 'NONE'] as const),
  ]);
  const { modelShadowRuns, compared, other } = await scene.ask(
    scene.viewer(shadowed, 'ANALYST'),
    `query ($version: String!, $against: String!) { modelShadowRuns { version against texts }
      other: modelShadowComparison(version: $against, against: $version) { texts }
      compared: modelShadowComparison(version: $version, against: $against) { texts
        agreement { language dimension direction texts both onlyShown onlyShadow neither agreement kappa levelDifference }
        labelled { labels test { texts onlyBaselineRight onlyCandidateRight pValue midP difference { value low high } }
          languages { language texts figures { measure dimension direction shown { value low high } shadow { value } difference { value low high } } } } } }`,
    { version: 'strict-9', against: base },
  );
  expect(modelShadowRuns).toEqual([{ version: 'strict-9', against: base, texts: 18 }]);
  expect(other).toBeNull();
  const found = (dimension: string, direction: string | null) =>
    compared.agreement.find(
      (one: { language: string | null; dimension: string; direction: string | null }) =>
        one.language === null && one.dimension === dimension && one.direction === direction,
    );
  expect(found('JOB_READINESS', 'GAIN')).toMatchObject({
    both: 8,
    neither: 10,
    agreement: 1,
    kappa: 1,
    levelDifference: 0,
  });
  expect(found('CONFIDENCE', null)).toMatchObject({
    both: 0,
    onlyShown: 6,
    onlyShadow: 0,
    neither: 12,
    levelDifference: null,
  });
  expect(compared.labelled.test).toEqual({
    ...{
      texts: 14,
      onlyBaselineRight: 0,
      onlyCandidateRight: 6,
      pValue: expect.closeTo(2 / 64, 12),
      midP: expect.closeTo(1 / 64, 12),
    },
    difference: { value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
  });
  const [all] = compared.labelled.languages;
  expect(all.figures).toContainEqual({
    ...{ measure: 'DIRECTED_F1', dimension: null, direction: null },
    shown: { value: 0.5, low: 0.5, high: expect.any(Number) },
    ...{ shadow: { value: 1 }, difference: { value: 0.5, low: expect.any(Number), high: 0.5 } },
  });
  expect(all.figures).toContainEqual({
    ...{ measure: 'PRECISION', dimension: 'CONFIDENCE', direction: null },
    ...{ shown: { value: 0, low: 0, high: 0 }, shadow: null, difference: null },
  });
});

test('what a shadow said goes with its text, is kept from others and from small groups, and ends when it is stopped', async () => {
  const company = await scene.platform.addCompany('Shadows');
  await create(company, 'strict-9', 0.9);
  await startShadow(company, 'strict-9', 1);
  const [one, other] = said('I got the job at the hospital!', 2) as [Said, Said];
  await readTexts(scene, company, [one, other]);
  const compare = (who: string) =>
    scene.ask(
      scene.viewer(who),
      `{ modelShadowRuns { texts } modelShadowComparison(version: "strict-9", against: "${base}") { texts agreement { texts } labelled { labels } } }`,
    );
  expect(await compare(company)).toEqual({
    modelShadowRuns: [{ texts: 2 }],
    modelShadowComparison: { texts: 2, agreement: [], labelled: null },
  });
  expect(await compare(await scene.platform.addCompany('Elsewhere'))).toEqual({
    modelShadowRuns: [],
    modelShadowComparison: null,
  });
  const kept = async () =>
    (
      await scene.within(
        company,
        (tx) => tx.sql<{ sourceId: string; revision: number; scores: number }>`
          SELECT t.source_id AS "sourceId", t.revision, count(s.*)::int AS scores FROM outcomes.shadow_text t
          LEFT JOIN outcomes.shadow_score s ON s.company_id = t.company_id AND s.text_id = t.id GROUP BY 1, 2`,
      )
    ).map(({ sourceId, revision, scores }) => [sourceId, revision, scores]);
  // A corrected text is read again, and what was said of the one before goes.
  await readTexts(scene, company, [{ ...one, revision: 2, text: 'The room was cold.' }]);
  await readTexts(scene, company, [one]);
  expect(new Set(await kept())).toEqual(
    new Set([
      [one.sessionId, 2, 0],
      [other.sessionId, 1, 1],
    ]),
  );
  const withdrawn = {
    ...{ id: newId(), companyId: company, type: sessionWithdrawn.type, dataVersion: 1, subject: other.sessionId },
    data: {
      sessionId: other.sessionId,
      revision: 2,
      participantId: other.participantId,
      startedAt: '2026-02-03T10:00:00.000Z',
    },
    ...{ correlationId: null, causationId: null, time: '2026-02-03T12:00:00.000Z' },
  };
  await scene.within(company, (tx) => scoreSessions(scene.outcomes.parts).handle(tx, [withdrawn]));
  expect(await kept()).toEqual([[one.sessionId, 2, 0]]);
  expect(await stopShadow(company)).toEqual({ registry: { shadow: null } });
  expect(await stopShadow(company)).toEqual({ code: 'MODEL_NO_SHADOW' });
  await readTexts(scene, company, said('I got the job at the hospital!', 2));
  expect(await kept()).toEqual([[one.sessionId, 2, 0]]);
  const night = (days: number) =>
    measureDriftEverywhere(scene.outcomes.parts, new Date(Date.now() + days * 86_400_000));
  await night(179);
  expect(await kept()).toEqual([[one.sessionId, 2, 0]]);
  await night(181);
  expect(await kept()).toEqual([]);
  expect((await audited(company)).slice(-2)).toEqual(['modelVersion.shadowStarted', 'modelVersion.shadowStopped']);
});

test('a trial is judged by a job where the version says so: held, promoted, and rolled back when it turns out worse; told once each', async () => {
  const company = await scene.platform.addCompany('Trials');
  const start = (version: string) =>
    act(company, 'mutation ($input: StartModelCanaryInput!) { done: startModelCanary(input: $input) { __typename } }', {
      input: { version, share: 0.5 },
    });
  const state = async () => {
    const { modelRegistry } = await scene.ask(
      scene.viewer(company, 'ANALYST'),
      '{ modelRegistry { active canary { version } verdicts { version verdict reason } } }',
    );
    const { active, canary, verdicts } = modelRegistry;
    const told = verdicts.map((one: { version: string; verdict: string; reason: string }) =>
      Object.values(one).join(' '),
    );
    return { active, canary: canary?.version ?? null, told };
  };
  const judge = (days = 0) => judgeTrialsEverywhere(scene.outcomes.parts, new Date(Date.now() + days * 86_400_000));
  await create(company, 'by-hand', 0.7);
  await create(company, 'by-itself', 0.7, 'AUTOMATIC');
  // The canary lets pass from 0.7 on what the active version takes from 0.65 on, and what lies between is wrong.
  await keepReviewed(scene, company, base, [...Array(10).fill([0.66, 'NONE']), ...Array(10).fill([0.9, 'GAIN'])]);
  await start('by-hand');
  await keepReviewed(scene, company, 'by-hand', Array(30).fill([0.9, 'GAIN']));
  await judge(90);
  expect(await state()).toEqual({ active: base, canary: 'by-hand', told: [] });
  await start('by-itself');
  await judge();
  await judge();
  const held = 'by-itself HELD TOO_FEW_REVIEWS';
  expect(await state()).toEqual({ active: base, canary: 'by-itself', told: [held] });
  await keepReviewed(scene, company, 'by-itself', Array(30).fill([0.9, 'GAIN']));
  await judge();
  await judge();
  const promoted = 'by-itself PROMOTED PASSED';
  expect(await state()).toEqual({ active: 'by-itself', canary: null, told: [promoted, held] });
  // What lies between is right after all, and only the version before has it.
  await keepReviewed(scene, company, base, [...Array(20).fill([0.66, 'GAIN']), ...Array(20).fill([0.9, 'GAIN'])]);
  await judge(29);
  expect((await state()).active).toBe('by-itself');
  await judge();
  await judge();
  expect(await state()).toEqual({ active: base, canary: null, told: ['by-itself ROLLED_BACK WORSE', promoted, held] });
  expect((await audited(company)).slice(-4)).toEqual([
    ...['modelVersion.canaryStarted', 'modelVersion.canaryHeld', 'modelVersion.promoted', 'modelVersion.rolledBack'],
  ]);
  const events = await scene.within(
    company,
    (tx) => tx.sql<{ verdict: string }>`
      SELECT data->>'verdict' AS verdict FROM outcomes.outbox WHERE type = 'outcomes.canary.judged' ORDER BY seq`,
  );
  expect(events.map(({ verdict }) => verdict)).toEqual(['HELD', 'PROMOTED', 'ROLLED_BACK']);
});
