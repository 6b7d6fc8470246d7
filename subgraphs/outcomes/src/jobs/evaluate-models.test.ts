import { newId } from '@teei/runtime/id';
import type { Viewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mcnemar } from '../domain/evaluation/mcnemar.ts';
import { loadLocalModel } from '../model/local-model.ts';
import { type OutcomesScene, startOutcomesScene } from '../testing/outcomes-scene.ts';
import { evaluateModels } from './evaluate-models.ts';

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
async function evaluated(dataset: string, modelVersion: string): Promise<string> {
  const { done } = await scene.ask(
    analyst,
    'mutation ($input: EvaluateModelInput!) { done: evaluateModel(input: $input) { ... on ModelEvaluationRequested { evaluationId } ... on Refused { code } } }',
    { input: { dataset, modelVersion } },
  );
  if (done.code) return done.code;
  await scene.within(companyId, async (tx) => {
    const data = { evaluationId: done.evaluationId, dataset, modelVersion };
    const event = {
      ...{
        id: newId(),
        companyId,
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
      modelComparison(baselineId: $baselineId, candidateId: $candidateId) { texts onlyBaselineRight onlyCandidateRight pValue
        difference { value low high } }
      modelEvaluations(dataset: FROZEN) { id accepted } }`,
    { baselineId, candidateId },
  );
  expect(modelComparison.texts).toBe(389);
  const { onlyBaselineRight, onlyCandidateRight, pValue, difference } = modelComparison;
  expect(onlyCandidateRight).toBeGreaterThan(onlyBaselineRight);
  expect(pValue).toBeCloseTo(mcnemar(onlyBaselineRight, onlyCandidateRight), 12);
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
