import { newId } from '@teei/runtime/id';
import { scopesOfRole, type Viewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawnForCanary } from '../../domain/registry/draw-canary.ts';
import { type OutcomesScene, startOutcomesScene } from '../../testing/outcomes-scene.ts';
import { keepReviewed, readTexts, type Said } from '../../testing/said-texts.ts';

let scene: OutcomesScene;
let companyId: string;
let admin: Viewer;

beforeAll(async () => {
  scene = await startOutcomesScene();
  companyId = await scene.platform.addCompany('Governed');
  admin = scene.viewer(companyId);
});
afterAll(() => scene.close());

const base = 'q2q-local-3';
const registryFields =
  'active scoresAs rollbackTo scheduled overrideRevision thresholds { dimension threshold override floor effective } acts { act version }';
const answers = `__typename ... on ModelRegistryChanged { registry { ${registryFields} } } ... on Refused { code }`;
const outOfBounds = '... on ThresholdsOutOfBounds { problems { dimension threshold floor ceiling } }';

const ask = async (mutation: string, variables: Record<string, unknown> = {}) =>
  (await scene.ask(admin, mutation, variables)).done;
const activate = (input: object) =>
  ask(`mutation ($input: ActivateModelVersionInput!) { done: activateModelVersion(input: $input) { ${answers} } }`, {
    input,
  });
const rollBack = () => ask(`mutation { done: rollBackModelVersion { ${answers} } }`);
const override = (revision: number, thresholds: readonly object[]) =>
  ask(
    `mutation ($input: OverrideModelThresholdsInput!) { done: overrideModelThresholds(input: $input) { ${answers} ${outOfBounds} } }`,
    { input: { revision, thresholds } },
  );
const all = (threshold: number) =>
  ['CONFIDENCE', 'BELONGING', 'LANG_LEVEL_PROXY', 'JOB_READINESS'].map((dimension) => ({ dimension, threshold }));
const create = (version: string, threshold: number) =>
  ask(
    `mutation ($input: CreateModelVersionInput!) { done: createModelVersion(input: $input) { __typename
      ... on ModelVersionCreated { version } ... on Refused { code } ${outOfBounds} } }`,
    { input: { version, thresholds: all(threshold) } },
  );

/** Does what the consumer does with the events that bring texts. */
const read = (...texts: readonly Said[]) => readTexts(scene, companyId, texts);

const said = (text: string): Said => ({ sessionId: newId(), participantId: newId(), text });
const gotTheJob = 'I got the job at the hospital!';

interface Score {
  readonly sessionId: string;
  readonly modelVersion: string;
  readonly hash: string;
}
const scores = () =>
  scene.within(
    companyId,
    (tx) => tx.sql<Score>`
      SELECT s.session_id AS "sessionId", s.model_version AS "modelVersion", e.hash FROM outcomes.outcome_score s
      JOIN outcomes.evidence e ON e.company_id = s.company_id AND e.score_id = s.id ORDER BY s.scored_at, s.id`,
  );
const versions = async () => {
  const { modelVersions } = await scene.ask(
    admin,
    '{ modelVersions { version status origin evaluable scores thresholds { threshold floor } } }',
  );
  return Object.fromEntries(
    modelVersions.map((one: { version: string; status: string; scores: number }) => [
      one.version,
      [one.status, one.scores],
    ]),
  );
};
const audited = () =>
  scene.within(
    companyId,
    (tx) => tx.sql<{ action: string; target: string }>`
      SELECT data->>'action' AS action, data->>'target' AS target FROM outcomes.outbox
      WHERE type = 'audit.recorded' ORDER BY seq`,
  );

test('a new version scores what comes after it; what stands keeps its version, its evidence and its weight, and a rollback goes back', async () => {
  const [first, second, third] = [said(gotTheJob), said(gotTheJob), said(gotTheJob)];
  await read(first);
  expect(await versions()).toEqual({ [base]: ['ACTIVE', 1], [`${base}-linear`]: ['DRAFT', 0] });
  expect(await create('strict-1', 0.7)).toEqual({ __typename: 'ModelVersionCreated', version: 'strict-1' });
  expect(await create('strict-1', 0.8)).toMatchObject({ code: 'MODEL_VERSION_EXISTS' });
  expect(await activate({ version: 'strict-1' })).toMatchObject({
    registry: { active: 'strict-1', scoresAs: 'strict-1', rollbackTo: base },
  });
  const [before] = await scores();
  await read(second);
  expect(await scores()).toEqual([before, { ...before, sessionId: second.sessionId, modelVersion: 'strict-1' }]);
  expect(await versions()).toMatchObject({ [base]: ['RETIRED', 1], 'strict-1': ['ACTIVE', 1] });
  expect(await rollBack()).toMatchObject({ registry: { active: base, rollbackTo: null } });
  expect(await rollBack()).toMatchObject({ code: 'MODEL_NOTHING_BEFORE' });
  await read(third);
  expect((await scores()).map(({ modelVersion }) => modelVersion)).toEqual([base, 'strict-1', base]);
  // A text that is told again under another version is scored once, by the version of today.
  await read(second);
  await read(second);
  expect((await scores()).filter(({ sessionId }) => sessionId === second.sessionId)).toEqual([
    { ...before, sessionId: second.sessionId },
  ]);
  expect(await audited()).toEqual(
    [
      ['modelVersion.created', 'strict-1'],
      ['modelVersion.activated', 'strict-1'],
      ['modelVersion.rolledBack', base],
    ].map(([action, target]) => ({ action, target })),
  );
});

test('an override below a floor is refused with the floor; one above it lets less pass, is named in the score and can be taken back', async () => {
  expect(await override(0, [{ dimension: 'BELONGING', threshold: 0.3 }])).toEqual({
    __typename: 'ThresholdsOutOfBounds',
    problems: [{ dimension: 'BELONGING', threshold: 0.3, floor: 0.5, ceiling: 0.95 }],
  });
  expect(await create('loose', 0.2)).toMatchObject({ __typename: 'ThresholdsOutOfBounds' });
  expect(await override(7, [])).toMatchObject({ code: 'MODEL_THRESHOLDS_CHANGED' });
  const { registry } = await override(0, [{ dimension: 'CONFIDENCE', threshold: 0.95 }]);
  expect(registry).toMatchObject({ active: base, scoresAs: `${base}+o1`, overrideRevision: 1 });
  expect(registry.thresholds).toContainEqual({
    ...{ dimension: 'CONFIDENCE', threshold: 0.65, override: 0.95, floor: 0.55, effective: 0.95 },
  });
  const [brave, hired] = [said('Maybe I am a little less afraid of speaking.'), said(gotTheJob)];
  await read(brave, hired);
  const made = (await scores()).filter(({ sessionId }) => [brave.sessionId, hired.sessionId].includes(sessionId));
  expect(made.map(({ sessionId, modelVersion }) => [sessionId, modelVersion])).toEqual([
    [hired.sessionId, `${base}+o1`],
  ]);
  expect((await override(1, [])).registry).toMatchObject({ scoresAs: base, overrideRevision: 2 });
  await read({ ...brave, revision: 2 });
  expect((await scores()).find(({ sessionId }) => sessionId === brave.sessionId)?.modelVersion).toBe(base);
  // What was scored under the company's own thresholds is still explained, and counted to its version.
  const { session } = await scene.ask(
    admin,
    `query ($id: ID!) { session: _entities(representations: [{ __typename: "Session", id: $id }]) {
      ... on Session { outcomeScores { modelVersion explanation { word } evidence { hash } } } } }`,
    { id: hired.sessionId },
  );
  expect(session[0].outcomeScores[0]).toMatchObject({
    modelVersion: `${base}+o1`,
    evidence: { hash: expect.any(String) },
  });
  expect(session[0].outcomeScores[0].explanation.length).toBeGreaterThan(0);
});

test('a version is activated for a later time, which nothing does before and a rollback calls off', async () => {
  await create('later', 0.9);
  const effectiveFrom = new Date(Date.now() + 86_400_000).toISOString();
  expect(await activate({ version: 'later', effectiveFrom: '2020-01-01T00:00:00Z' })).toMatchObject({
    code: 'MODEL_TIME_PAST',
  });
  expect(await activate({ version: 'later', effectiveFrom })).toMatchObject({
    registry: { active: base, scheduled: 'later' },
  });
  expect(await versions()).toMatchObject({ later: ['DRAFT', 0] });
  expect(await activate({ version: base })).toMatchObject({ registry: { active: base, scheduled: null } });
  expect(await activate({ version: base })).toMatchObject({ code: 'MODEL_ALREADY_ACTIVE' });
  expect(await activate({ version: 'nobody' })).toMatchObject({ code: 'MODEL_NOT_HERE' });
});

const reviewed = (company: string, version: string, rows: readonly (readonly [number, string])[]) =>
  keepReviewed(scene, company, version, rows);

test('a canary scores its share of texts, always the same, and takes over once enough of it was reviewed and it is no worse', async () => {
  const canaryAnswers = `${answers} ... on CanaryNotReady { checks { rule passed } }`;
  const start = (share: number) =>
    ask(`mutation ($input: StartModelCanaryInput!) { done: startModelCanary(input: $input) { ${answers} } }`, {
      input: { version: 'strict-1', share },
    });
  const promote = () => ask(`mutation { done: promoteModelCanary { ${canaryAnswers} } }`);
  expect(await promote()).toMatchObject({ code: 'MODEL_NO_CANARY' });
  expect(await start(0.6)).toMatchObject({ code: 'MODEL_SHARE_INVALID' });
  expect(await start(0.5)).toMatchObject({ registry: { active: base } });
  const texts = Array.from({ length: 40 }, () => said(gotTheJob));
  await read(...texts);
  const ids = new Set(texts.map(({ sessionId }) => sessionId));
  const made = (await scores()).filter(({ sessionId }) => ids.has(sessionId));
  expect(made.length).toBe(40);
  for (const { sessionId, modelVersion } of made)
    expect(modelVersion).toBe(drawnForCanary({ version: 'strict-1', share: 0.5 }, sessionId) ? 'strict-1' : base);
  expect(new Set(made.map(({ modelVersion }) => modelVersion)).size).toBe(2);
  expect((await promote()).checks).toEqual(
    [
      ['REVIEWED', false],
      ['DIRECTED_F1', false],
      ['AGREEMENT', false],
      ['PARITY', true],
    ].map(([rule, passed]) => ({ rule, passed })),
  );
  // The canary lets pass from 0.7 on what the active version takes from 0.65 on, and what lies between is wrong.
  await reviewed(companyId, base, [...Array(10).fill([0.66, 'NONE']), ...Array(10).fill([0.9, 'GAIN'])]);
  await reviewed(companyId, 'strict-1', Array(29).fill([0.9, 'GAIN']));
  expect((await promote()).checks.filter(({ passed }: { passed: boolean }) => !passed)).toEqual([
    { rule: 'REVIEWED', passed: false },
  ]);
  await reviewed(companyId, 'strict-1', [[0.9, 'GAIN']]);
  expect(await promote()).toMatchObject({ registry: { active: 'strict-1', rollbackTo: base } });
  expect(await start(0.1)).toMatchObject({ code: 'MODEL_ALREADY_ACTIVE' });
  expect((await audited()).slice(-2).map(({ action }) => action)).toEqual([
    'modelVersion.canaryStarted',
    'modelVersion.promoted',
  ]);
});

test('a canary that is withdrawn scores no more', async () => {
  await ask(`mutation ($input: StartModelCanaryInput!) { done: startModelCanary(input: $input) { ${answers} } }`, {
    input: { version: base, share: 0.5 },
  });
  expect(await versions()).toMatchObject({ [base]: ['CANARY', expect.any(Number)] });
  const { registry } = await ask(`mutation { done: withdrawModelCanary { ${answers} } }`);
  expect(registry).toMatchObject({ active: 'strict-1', acts: expect.arrayContaining([]) });
  expect(registry.acts[0]).toEqual({ act: 'CANARY_WITHDRAWN', version: base });
  expect(await versions()).toMatchObject({ [base]: ['RETIRED', expect.any(Number)] });
});

test('thresholds are tuned by what reviewers settled on, and the draft says with which precision and recall', async () => {
  const tuned = await scene.platform.addCompany('Tuned');
  const propose = (version: string, precision: number) =>
    scene.ask(
      scene.viewer(tuned),
      `mutation ($input: ProposeModelVersionInput!) { done: proposeModelVersion(input: $input) { ... on Refused { code }
        ... on ModelVersionProposed { version thresholds { dimension before threshold labels outcome chosen { precision recall } curve { threshold } } } } }`,
      { input: { version, precision } },
    );
  expect((await propose('tuned-1', 0.9)).done).toEqual({ code: 'TUNING_TOO_FEW_LABELS' });
  await reviewed(tuned, base, [...Array(9).fill([0.66, 'NONE']), [0.66, 'GAIN'], ...Array(12).fill([0.85, 'GAIN'])]);
  const { done } = await propose('tuned-1', 0.9);
  const [confidence, ...others] = done.thresholds;
  expect(confidence).toMatchObject({
    ...{ dimension: 'CONFIDENCE', before: 0.65, threshold: 0.67, labels: 22, outcome: 'TUNED' },
    chosen: { precision: 1, recall: 12 / 13 },
  });
  expect(confidence.curve.at(-1)).toEqual({ threshold: 0.85 });
  expect(others.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(3).fill('TOO_FEW_LABELS'));
  const { modelVersions } = await scene.ask(
    scene.viewer(tuned, 'ANALYST'),
    '{ modelVersions { version status origin thresholds { dimension threshold } } }',
  );
  expect(modelVersions).toContainEqual({
    ...{ version: 'tuned-1', status: 'DRAFT', origin: 'TUNED' },
    thresholds: expect.arrayContaining([
      { dimension: 'CONFIDENCE', threshold: 0.67 },
      { dimension: 'BELONGING', threshold: 0.55 },
    ]),
  });
});

test('who may read evidence reads the registry, and only an administrator decides', () => {
  expect(Object.entries(scopesOfRole).flatMap(([role, may]) => (may.has('models:write') ? [role] : []))).toEqual([
    'COMPANY_ADMIN',
    'PLATFORM_ADMIN',
  ]);
});
