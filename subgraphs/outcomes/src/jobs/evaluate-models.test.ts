import { newId } from '@teei/runtime/id';
import type { Viewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mcnemar } from '../domain/evaluation/mcnemar.ts';
import { loadLocalModel } from '../model/local-model.ts';
import { DriftReferenceStore } from '../store/drift-reference-store.ts';
import { type OutcomesScene, startOutcomesScene } from '../testing/outcomes-scene.ts';
import { evaluateModels } from './evaluate-models.ts';
import { measureDriftEverywhere } from './watch-drift.ts';

let scene: OutcomesScene;
let companyId: string;
let analyst: Viewer;

beforeAll(async () => {
  scene = await startOutcomesScene();
  companyId = await scene.platform.addCompany('Evaluated');
  analyst = scene.viewer(companyId, 'ANALYST');
});
afterAll(() => scene.close());

/** Asks for an evaluation and does what the job does with the event that told of it. */
async function evaluated(dataset: string, modelVersion: string, company = companyId): Promise<string> {
  const { done } = await scene.ask(
    company === companyId ? analyst : scene.viewer(company, 'ANALYST'),
    'mutation ($input: EvaluateModelInput!) { done: evaluateModel(input: $input) { ... on ModelEvaluationRequested { evaluationId } ... on Refused { code } } }',
    { input: { dataset, modelVersion } },
  );
  if (done.code) return done.code;
  await scene.within(company, async (tx) => {
    const data = { evaluationId: done.evaluationId, dataset, modelVersion };
    const event = {
      ...{
        id: newId(),
        companyId: company,
        type: 'outcomes.evaluation.requested',
        dataVersion: 1,
        subject: data.evaluationId,
        data,
      },
      ...{ correlationId: null, causationId: null, time: new Date().toISOString() },
    };
    await evaluateModels.handle(tx, [event]);
  });
  return done.evaluationId;
}

const { version } = loadLocalModel();
const linear = `${version}-linear`;

test('an evaluation on the frozen texts is stored, accepted and read down to what was taken for what', async () => {
  const id = await evaluated('FROZEN', version);
  const { modelEvaluation } = await scene.ask(
    analyst,
    `query ($id: ID!) { modelEvaluation(id: $id) { modelVersion dataset texts accepted parity { worst ratio }
      languages { language texts calibrationError figures { measure dimension direction value low high } calibration { count } }
      confusion { dimension truth claimed count } } }`,
    { id },
  );
  expect(modelEvaluation).toMatchObject({ modelVersion: version, dataset: 'FROZEN', texts: 389, accepted: true });
  expect(modelEvaluation.languages.map(({ language }: { language: string | null }) => language)).toEqual([
    ...[null, 'en', 'no', 'uk'],
  ]);
  const [all] = modelEvaluation.languages;
  expect(all.figures).toContainEqual({
    ...{ measure: 'F1', dimension: 'BELONGING', direction: 'GAIN' },
    ...{ value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
  });
  const counted = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
  expect(counted(all.calibration)).toBe(389 * 4);
  expect(counted(modelEvaluation.confusion)).toBe(389 * 4);
  expect(modelEvaluation.parity.ratio).toBeGreaterThan(0.8);
});

test('two evaluations are compared text by text, and the weaker model is not accepted', async () => {
  const [candidateId, baselineId] = [await evaluated('FROZEN', version), await evaluated('FROZEN', linear)];
  const { modelComparison, modelEvaluations } = await scene.ask(
    analyst,
    `query ($baselineId: ID!, $candidateId: ID!) {
      modelComparison(baselineId: $baselineId, candidateId: $candidateId) { texts onlyBaselineRight onlyCandidateRight pValue midP
        difference { value low high } }
      modelEvaluations(dataset: FROZEN) { id accepted } }`,
    { baselineId, candidateId },
  );
  expect(modelComparison.texts).toBe(389);
  const { onlyBaselineRight, onlyCandidateRight, pValue, midP, difference } = modelComparison;
  expect(onlyCandidateRight).toBeGreaterThan(onlyBaselineRight);
  const test = mcnemar(onlyBaselineRight, onlyCandidateRight);
  expect([pValue, midP]).toEqual([test.exact, test.midP].map((p) => expect.closeTo(p, 12)));
  expect(difference.value).toBeGreaterThan(0);
  expect(difference.low).toBeLessThan(difference.value);
  expect(modelEvaluations).toContainEqual({ id: baselineId, accepted: false });
});

test('the golden set says how often reviewers agreed with the model; what no reviewer settled is not in it', async () => {
  expect(await evaluated('GOLDEN', version)).toBe('GOLDEN_SET_EMPTY');
  const snippet = 'I got the job.';
  const scores = [{ dimension: 'job_readiness', level: 0.9, confidence: 0.8, snippet }] as const;
  const texts = Array.from({ length: 4 }, () => ({
    participantId: newId(),
    startedAt: '2026-01-10T10:00:00Z',
    scores,
  }));
  await scene.keep(companyId, texts);
  const rows = await scene.within(
    companyId,
    (tx) => tx.sql<{ id: string }>`SELECT id FROM outcomes.outcome_score ORDER BY id`,
  );
  const reviewer = scene.viewer(companyId, 'REVIEWER');
  for (const [at, { id: scoreId }] of rows.entries())
    await scene.ask(
      reviewer,
      'mutation ($input: ReviewOutcomeScoreInput!) { reviewOutcomeScore(input: $input) { __typename } }',
      { input: { scoreId, label: at === 0 ? 'NONE' : 'GAIN' } },
    );
  const { modelEvaluation } = await scene.ask(
    analyst,
    'query ($id: ID!) { modelEvaluation(id: $id) { texts accepted confusion { dimension truth claimed count } } }',
    { id: await evaluated('GOLDEN', version) },
  );
  expect(modelEvaluation).toMatchObject({ texts: 4, accepted: null });
  const cells = modelEvaluation.confusion.filter(({ count }: { count: number }) => count > 0);
  expect(cells).toEqual([
    { dimension: 'JOB_READINESS', truth: 'NONE', claimed: 'GAIN', count: 1 },
    { dimension: 'JOB_READINESS', truth: 'GAIN', claimed: 'GAIN', count: 3 },
  ]);
});

test('versions say which scores, which is here, and what each has scored', async () => {
  const { modelVersions } = await scene.ask(analyst, '{ modelVersions { version active evaluable scores } }');
  expect(modelVersions).toEqual([
    { version, active: true, evaluable: true, scores: 0 },
    { version: 'test-1', active: false, evaluable: false, scores: 4 },
    { version: linear, active: false, evaluable: true, scores: 0 },
  ]);
  expect(await evaluated('FROZEN', 'test-1')).toBe('MODEL_NOT_HERE');
});

test('every night finds in each company what has drifted, tells of it once, and stays quiet about what is stable', async () => {
  const [drifting, steady] = [await scene.platform.addCompany('Drifting'), await scene.platform.addCompany('Steady')];
  const people = Array.from({ length: 8 }, newId);
  const said = (startedAt: string, level: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ participantId: people[at % people.length] as string, startedAt, language: at % 4 === 0 ? 'uk' : 'en' },
      scores: [{ dimension: 'belonging' as const, level: at % 5 === 0 ? 1 - level : level }],
    }));
  const before = said('2026-08-15T10:00:00Z', 0.9, 400);
  await scene.keep(drifting, [...before, ...said('2026-10-20T10:00:00Z', 0.15, 300)]);
  await scene.keep(steady, [...said('2026-08-15T10:00:00Z', 0.9, 400), ...said('2026-10-20T10:00:00Z', 0.9, 300)]);
  const alerts = async (of: string) =>
    (
      await scene.within(
        of,
        (tx) => tx.sql<{ data: unknown }>`
          SELECT CASE WHEN size = 1 THEN jsonb_build_array(data) ELSE (SELECT jsonb_agg(e->'data') FROM jsonb_array_elements(data) e) END AS data
          FROM outcomes.outbox WHERE type = 'outcomes.drift.detected' ORDER BY seq`,
      )
    ).flatMap(
      ({ data }) => data as { measure: string; dimension: string | null; language: string | null; psi: number }[],
    );
  const night = (day: string) => measureDriftEverywhere(scene.outcomes.parts, new Date(`${day}T00:00:07Z`));
  await night('2026-11-02');
  const told = await alerts(drifting);
  // In Ukrainian two people wrote, who are too few to be shown.
  expect(told.map(({ measure, dimension, language }) => [measure, dimension, language])).toEqual([
    ['LABELS', null, null],
    ['LEVEL', 'belonging', null],
    ['LABELS', null, 'en'],
    ['LEVEL', 'belonging', 'en'],
  ]);
  const window = { referenceName: '2026-07-13/2026-10-05', referenceFrom: '2026-07-13', referenceUntil: '2026-10-05' };
  const measured = { modelVersion: 'test-1', referenceVersion: 'test-1' };
  expect(told[0]).toMatchObject({ day: '2026-11-02', referenceCount: 400, currentCount: 300, ...measured, ...window });
  // The same night again, and the next one while it goes on: nobody is told twice.
  await night('2026-11-02');
  await night('2026-11-03');
  expect((await alerts(drifting)).length).toBe(told.length);
  expect(await alerts(steady)).toEqual([]);
  const report = async (of: string) =>
    (
      await scene.ask(
        scene.viewer(of, 'ANALYST'),
        `{ modelDrift { referenceName referenceFrom referenceUntil modelVersion referenceVersion currentFrom until alertAt
          findings { measure dimension language psi divergence verdict referenceCount bins { name reference current } } } }`,
      )
    ).modelDrift;
  const found = await report(drifting);
  // The reference stays where it was on the first night.
  expect(found).toMatchObject({ ...window, ...measured, currentFrom: '2026-10-06', until: '2026-11-03' });
  expect(found.findings.find(({ measure }: { measure: string }) => measure === 'LABELS')).toMatchObject({
    verdict: 'DRIFTED',
    bins: [
      { name: 'belonging:gain', reference: 0.8, current: 0.2 },
      { name: 'belonging:setback', reference: 0.2, current: 0.8 },
    ],
  });
  // Somebody names another window, in which the same was said as lately; and a version begins a window of its own.
  const pin = async (input: object) =>
    (
      await scene.ask(
        scene.viewer(steady),
        `mutation ($input: SetDriftReferenceInput!) { done: setDriftReference(input: $input) { __typename ... on Refused { code } } }`,
        { input },
      )
    ).done;
  const winter = { name: 'Winter', from: '2024-01-10', until: '2024-01-25' };
  for (const wrong of [{ name: ' ' }, { from: '2024-01-20' }, { until: '2126-01-01' }, { from: '2023-02-31' }])
    expect(await pin({ ...winter, ...wrong })).toMatchObject({ code: 'DRIFT_REFERENCE_INVALID' });
  expect(await pin(winter)).toEqual({ __typename: 'ModelDriftMeasured' });
  const autumn = { name: 'Autumn', from: '2026-10-10', until: '2026-10-25' };
  await scene.within(drifting, (tx) => new DriftReferenceStore(tx).add(autumn, 'member:analyst'));
  await scene.keep(drifting, said('2026-12-01T10:00:00Z', 0.15, 300));
  await night('2026-12-10');
  expect(await report(drifting)).toMatchObject({ referenceName: 'Autumn', referenceUntil: '2026-10-25' });
  expect((await report(drifting)).findings.map(({ verdict }: { verdict: string }) => verdict)).not.toContain('DRIFTED');
  const verdicts = new Set((await report(steady)).findings.map(({ verdict }: { verdict: string }) => verdict));
  expect(verdicts.has('DRIFTED')).toBe(false);
  expect(verdicts.has('STABLE')).toBe(true);
  // Nobody has written for so long that there is nothing to compare.
  const { done } = await scene.ask(
    scene.viewer(companyId, 'ANALYST'),
    'mutation { done: measureModelDrift { ... on ModelDriftMeasured { report { until } } } }',
  );
  expect(done.report).toBeNull();
});

test('an evaluation goes by the thresholds that hold in the company, says which, and keeps its curves', async () => {
  const strict = await scene.platform.addCompany('Strict');
  const fields = `scoresAs overrideRevision thresholds { dimension threshold override floor effective }
    languages { language figures { measure dimension direction value } } curves { dimension areaUnderRoc averagePrecision points { threshold recall } }`;
  const read = async (id: string) =>
    (await scene.ask(scene.viewer(strict), `query ($id: ID!) { modelEvaluation(id: $id) { ${fields} } }`, { id }))
      .modelEvaluation;
  const before = await read(await evaluated('DEV', version, strict));
  expect(before).toMatchObject({ scoresAs: version, overrideRevision: null });
  const { done } = await scene.ask(
    scene.viewer(strict),
    'mutation ($input: OverrideModelThresholdsInput!) { done: overrideModelThresholds(input: $input) { __typename } }',
    { input: { revision: 0, thresholds: [{ dimension: 'CONFIDENCE', threshold: 0.9 }] } },
  );
  expect(done.__typename).toBe('ModelRegistryChanged');
  const after = await read(await evaluated('DEV', version, strict));
  expect(after).toMatchObject({ scoresAs: `${version}+o1`, overrideRevision: 1, curves: before.curves });
  expect(after.thresholds[0]).toEqual({
    ...{ dimension: 'CONFIDENCE', threshold: 0.65, override: 0.9, floor: 0.55, effective: 0.9 },
  });
  const recall = ({ languages }: typeof before, dimension: string) =>
    languages[0].figures.find(
      (one: { measure: string; dimension: string; direction: string | null }) =>
        one.measure === 'RECALL' && one.dimension === dimension && one.direction === null,
    ).value;
  expect(recall(after, 'CONFIDENCE')).toBeLessThan(recall(before, 'CONFIDENCE'));
  expect(recall(after, 'BELONGING')).toBe(recall(before, 'BELONGING'));
  // The curve says at the threshold what the evaluation found with it.
  const [confidence] = after.curves;
  expect(confidence.dimension).toBe('CONFIDENCE');
  expect(confidence.areaUnderRoc).toBeGreaterThan(0.8);
  const point = confidence.points.find(({ threshold }: { threshold: number }) => threshold === 0.9);
  expect(point.recall).toBeCloseTo(recall(after, 'CONFIDENCE'), 4);
});

test('another company sees none of it, and its ids answer like ids that nobody has', async () => {
  const id = await evaluated('DEV', version);
  const other = scene.viewer(await scene.platform.addCompany('Another'), 'ANALYST');
  const answer = await scene.ask(
    other,
    `query ($id: ID!) { modelEvaluations { id } modelEvaluation(id: $id) { id }
      modelComparison(baselineId: $id, candidateId: $id) { texts } }`,
    { id },
  );
  expect(answer).toEqual({ modelEvaluations: [], modelEvaluation: null, modelComparison: null });
});
