import { ratingCreated } from '@teei/programs/events';
import type { PlatformEvent } from '@teei/runtime/define-event';
import { newId } from '@teei/runtime/id';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ModelAsker } from '../model/remote/ask-model.ts';
import { fakeTokens, type ModelFakes, startModelFakes } from '../testing/model-fakes.ts';
import { type OutcomesScene, startOutcomesScene } from '../testing/outcomes-scene.ts';
import { readTextsRemotely } from './read-remotely.ts';
import { scoreSessions } from './score-sessions.ts';

let fakes: ModelFakes;
let scene: OutcomesScene;

beforeAll(async () => {
  fakes = await startModelFakes();
  scene = await startOutcomesScene(fakes.access);
});
afterAll(async () => {
  await scene.close();
  await fakes.close();
});
afterEach(() => {
  fakes.calls.length = 0;
  fakes.answer(() => ({ scores: [] }));
});

const settings = '... on ModelBudgetSaved { budget { settings { revision models } } } ... on Refused { code }';
const budgetFields = 'limit spent reserved warnings { percent } settings { revision models atLimit cheaperModel }';

/** A company that chose models, with so many dollars a month. */
async function companyWith(models: readonly string[], limit: number, beyond: object = { atLimit: 'LOCAL' }) {
  const companyId = await scene.platform.addCompany('Remote');
  const admin = scene.viewer(companyId);
  const chosen = await scene.ask(
    admin,
    `mutation ($models: SetRemoteModelInput!) { done: setRemoteModel(input: $models) { ${settings} } }`,
    { models: { revision: 0, models } },
  );
  expect(chosen.done.budget.settings.models).toEqual(models);
  const set = await scene.ask(
    admin,
    `mutation ($budget: SetModelBudgetInput!) { done: setModelBudget(input: $budget) { ${settings} } }`,
    { budget: { revision: 1, limit, ...beyond } },
  );
  expect(set.done.budget.settings.revision).toBe(2);
  return {
    companyId,
    ask: (query: string) => scene.ask(admin, query),
    budget: async () => (await scene.ask(admin, `{ modelBudget { ${budgetFields} } }`)).modelBudget,
    outcomes: async (): Promise<string[]> => {
      const { modelCalls } = await scene.ask(admin, '{ modelCalls(first: 100) { nodes { outcome model } } }');
      return modelCalls.nodes.map(({ outcome, model }: Record<string, string>) => `${outcome} ${model}`).toReversed();
    },
  };
}

/** Has texts scored as they come from programs, and answers what is to be read remotely. */
async function score(companyId: string, ...texts: string[]): Promise<{ eventIds: string[]; sessions: string[] }> {
  const events = texts.map((text): PlatformEvent => {
    const sessionId = newId();
    const data = { sessionId, participantId: newId(), programmeId: newId(), revision: 1, rating: 4, text };
    const about = { companyId, type: ratingCreated.type, dataVersion: 1, subject: sessionId };
    return {
      ...{ ...about, id: newId(), correlationId: null, causationId: null, time: '2026-02-03T11:00:00.000Z' },
      data: { ...data, startedAt: '2026-02-03T10:00:00.000Z' },
    };
  });
  for (const { id, type, subject, data } of events)
    await scene.platform.sql.query(
      'INSERT INTO programs.outbox (id, company_id, type, data_version, subject, data) VALUES ($1, $2, $3, 1, $4, $5)',
      [id, companyId, type, subject, data],
    );
  await scene.within(companyId, (tx) => scoreSessions(scene.outcomes.parts).handle(tx, events));
  const { rows } = await scene.platform.sql.query<{ data: { eventIds: string[] } }>(
    `DELETE FROM outcomes.outbox WHERE company_id = $1 AND type = 'outcomes.reading.wanted' RETURNING data`,
    [companyId],
  );
  return { eventIds: rows.flatMap(({ data }) => data.eventIds), sessions: events.map(({ subject }) => subject) };
}

/** Hardly waits for anything. */
const hasty = { milliseconds: 300, firstPause: 1, longestPause: 2_000 };
const read = (companyId: string, eventIds: readonly string[], asker = new ModelAsker(fakes.access, hasty)) =>
  readTextsRemotely(scene.outcomes.parts, asker, companyId, eventIds);

const scoresOf = async (ask: (query: string) => Promise<{ evidence: { nodes: unknown[] } }>) =>
  (await ask('{ evidence { nodes { snippet language score { dimension direction level confidence modelVersion } } } }'))
    .evidence.nodes;

const lonely = 'I eat my lunch alone every day. The bus was late.';
const belonging = (clause: number, confidence = 0.9) => ({
  ...{ dimension: 'belonging', direction: 'setback', level: 0.1, confidence, clause },
});

test('what the chosen model answers takes the place of the local scores, and says what made it and what it cost', async () => {
  const company = await companyWith(['claude-haiku-5-5'], 1);
  const { eventIds } = await score(company.companyId, lonely);
  expect((await scoresOf(company.ask))[0]).toMatchObject({ score: { modelVersion: 'q2q-local-3' } });
  fakes.answer(() => ({ scores: [belonging(1)] }));
  expect(await read(company.companyId, eventIds)).toBeNull();
  expect(await scoresOf(company.ask)).toEqual([
    {
      ...{ snippet: 'I eat my lunch alone every day.', language: 'en' },
      score: {
        ...{ dimension: 'BELONGING', direction: 'SETBACK', level: 0.1, confidence: 0.9 },
        modelVersion: 'claude-haiku-5-5/q2q-1',
      },
    },
  ]);
  const cost = (fakeTokens.input * 0.1 + fakeTokens.output * 0.5) / 1e6;
  expect(await company.budget()).toMatchObject({ spent: cost, reserved: 0, warnings: [] });
  const { modelCalls } = await company.ask(
    '{ modelCalls { totalCount nodes { outcome inputTokens pricedOn promptVersion cost } sums { model calls texts cost } } }',
  );
  expect(modelCalls).toEqual({
    totalCount: 1,
    nodes: [{ outcome: 'READ', inputTokens: 900, pricedOn: '2026-10-24', promptVersion: 'q2q-1.en', cost }],
    sums: [{ model: 'claude-haiku-5-5', calls: 1, texts: 1, cost }],
  });
});
