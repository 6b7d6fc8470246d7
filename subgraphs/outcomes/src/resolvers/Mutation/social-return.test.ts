import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OutcomesScene, startOutcomesScene } from '../../testing/outcomes-scene.ts';

let scene: OutcomesScene;
beforeAll(async () => {
  scene = await startOutcomesScene();
});
afterAll(() => scene.close());

const resultFields = `ratio absence presentValue lowest highest outcomes { title quantity absence presentValue presentValues }
  sensitivity { outcome assumption low high ratioAtLow ratioAtHigh }`;
const saveAccount = `mutation ($input: SaveSroiAccountInput!) { saveSroiAccount(input: $input) {
  __typename ... on SroiAccountSaved { account { revision result { ${resultFields} } } }
  ... on SroiAccountInvalid { problems { path code } } ... on Refused { code } } }`;
const saveProxy = `mutation ($input: SaveSroiProxyInput!) { saveSroiProxy(input: $input) {
  __typename ... on SroiProxySaved { proxy { id revision } } ... on Refused { code } } }`;
const scenario = `query ($account: SroiAccountInput!) { sroiScenario(account: $account) {
  __typename ... on SroiResult { ${resultFields} } ... on SroiAccountInvalid { problems { path code message } } } }`;
const sroi = `{ metrics(name: SROI) { id name grain from to value unit absence lineage { formulaVersion formula inputs { name value }
  contributions { name value formula source } evidence(first: 10) { totalCount nodes { snippet } }
  sessions(first: 10) { totalCount } } } }`;

const wage = {
  revision: 0,
  name: 'A year of work',
  value: 8_500,
  currency: 'NOK',
  year: 2025,
  source: 'Statistics Norway, table 11418',
};
const work = {
  title: 'Found work',
  quantity: 60,
  quantitySource: 'Follow-up calls of May',
  ...{
    deadweight: 0.4,
    attributionToOthers: 0.3,
    dropOff: 0.3,
    years: 2,
    assumptionsSource: 'Comparison group of 2024',
  },
};

async function proxyIn(companyId: string, proxy: object = wage): Promise<string> {
  const { saveSroiProxy } = await scene.ask(scene.viewer(companyId), saveProxy, { input: proxy });
  return saveSroiProxy.proxy.id;
}

const accountOf = (outcomes: readonly object[], more: object = {}) => ({
  ...{
    from: '2026-01',
    to: '2026-12',
    investment: 250_000,
    investmentSource: 'Ledger 2026',
    currency: 'NOK',
    outcomes,
  },
  ...more,
});

describe('an account', () => {
  test('becomes a metric that leads from its ratio to proxies with source and year', async () => {
    const companyId = await scene.platform.addCompany('Account');
    const admin = scene.viewer(companyId);
    const proxyId = await proxyIn(companyId);
    const account = accountOf([{ ...work, proxyId }]);
    const { saveSroiAccount } = await scene.ask(admin, saveAccount, { input: { revision: 0, account } });
    expect(saveSroiAccount.account.result.ratio).toBeCloseTo(1.436, 3);
    await scene.compute(companyId);
    const { metrics } = await scene.ask(scene.viewer(companyId, 'COMPANY_USER'), sroi);
    expect(metrics).toMatchObject([{ name: 'SROI', grain: 'PERIOD', from: '2026-01', to: '2026-12', unit: 'ratio' }]);
    expect(metrics[0].value).toBeCloseTo(1.43628, 5);
    const { formulaVersion, inputs, contributions } = metrics[0].lineage;
    expect([formulaVersion, inputs[1]]).toEqual([
      'sroi-1',
      { name: 'present value of what was put in', value: 250_000 },
    ]);
    expect(contributions).toEqual([
      {
        name: 'Found work',
        value: expect.closeTo(359_069.57, 2),
        formula: '60 × 8500 × (1 − 0.4) × (1 − 0) × (1 − 0.3) × (1 + (1 − 0.3) / (1 + 0.035))',
        source:
          'A year of work: Statistics Norway, table 11418 (2025); Follow-up calls of May; Comparison group of 2024',
      },
    ]);
  });

  test('keeps its number when the register changes, until it is saved again', async () => {
    const companyId = await scene.platform.addCompany('Register');
    const admin = scene.viewer(companyId);
    const proxyId = await proxyIn(companyId);
    const account = accountOf([{ ...work, proxyId }]);
    await scene.ask(admin, saveAccount, { input: { revision: 0, account } });
    await scene.ask(admin, saveProxy, { input: { ...wage, id: proxyId, revision: 1, value: 17_000 } });
    const ratioOf = async () =>
      (await scene.ask(admin, '{ sroiAccount { result { ratio } } }')).sroiAccount.result.ratio;
    expect(await ratioOf()).toBeCloseTo(1.436, 3);
    await scene.ask(admin, saveAccount, { input: { revision: 1, account } });
    expect(await ratioOf()).toBeCloseTo(2.873, 3);
    const { sroiAccount } = await scene.ask(
      admin,
      '{ sroiAccount { revisions { revision outcomes { proxyValue proxyRevision } } } }',
    );
    expect(sroiAccount.revisions).toEqual([
      { revision: 2, outcomes: [{ proxyValue: 17_000, proxyRevision: 2 }] },
      { revision: 1, outcomes: [{ proxyValue: 8_500, proxyRevision: 1 }] },
    ]);
  });

  test('is in the audit log, with its proxies', async () => {
    const companyId = await scene.platform.addCompany('Audited');
    const proxyId = await proxyIn(companyId);
    const account = accountOf([{ ...work, proxyId }]);
    await scene.ask(scene.viewer(companyId), saveAccount, { input: { revision: 0, account } });
    const { rows } = await scene.platform.sql.query(
      `SELECT data ->> 'action' AS action, data ->> 'target' AS target FROM outcomes.outbox WHERE company_id = $1 AND type = 'audit.recorded' ORDER BY seq`,
      [companyId],
    );
    expect(rows).toEqual([
      { action: 'sroiProxy.saved', target: proxyId },
      { action: 'sroiAccount.saved', target: companyId },
    ]);
  });

  test('of somebody who started from an older revision is refused, and so is one with gaps, which are named', async () => {
    const companyId = await scene.platform.addCompany('Refused');
    const admin = scene.viewer(companyId);
    const proxyId = await proxyIn(companyId);
    const save = (revision: number, account: object) => scene.ask(admin, saveAccount, { input: { revision, account } });
    const account = accountOf([{ ...work, proxyId }]);
    await save(0, account);
    expect((await save(0, account)).saveSroiAccount).toEqual({ __typename: 'Refused', code: 'SROI_ACCOUNT_CHANGED' });
    const foreign = await proxyIn(await scene.platform.addCompany('Foreign'));
    const gaps = [
      { ...work, proxyId: foreign, deadweight: 1.2, assumptionsSource: ' ' },
      { ...work, proxyId: newId(), quantity: null },
      { ...work, proxyId, years: 0 },
    ];
    const { saveSroiAccount } = await save(1, accountOf(gaps, { to: '2025-12', investment: 0, currency: 'EUR' }));
    expect(saveSroiAccount.problems).toEqual([
      { path: 'to', code: 'PERIOD_INVALID' },
      { path: 'investment', code: 'INVESTMENT_INVALID' },
      { path: 'outcomes.0.proxyId', code: 'PROXY_NOT_FOUND' },
      { path: 'outcomes.0.deadweight', code: 'SHARE_INVALID' },
      { path: 'outcomes.0.assumptionsSource', code: 'SOURCE_MISSING' },
      { path: 'outcomes.1.quantity', code: 'QUANTITY_INVALID' },
      { path: 'outcomes.1.proxyId', code: 'PROXY_NOT_FOUND' },
      { path: 'outcomes.2.proxyId', code: 'PROXY_CURRENCY_DIFFERS' },
      { path: 'outcomes.2.years', code: 'YEARS_INVALID' },
    ]);
  });

  test('is saved by those who may; others read it and try scenarios', async () => {
    const companyId = await scene.platform.addCompany('Roles');
    const proxyId = await proxyIn(companyId);
    const account = accountOf([{ ...work, proxyId }]);
    for (const role of ['COMPANY_USER', 'ANALYST', 'REVIEWER'] as const) {
      const viewer = scene.viewer(companyId, role);
      const refused = await scene.outcomes.execute(
        { query: saveAccount, variables: { input: { revision: 0, account } } },
        { viewer, correlationId: newId() },
      );
      expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
      expect((await scene.ask(viewer, scenario, { account })).sroiScenario.ratio).toBeCloseTo(1.436, 3);
    }
    expect((await scene.ask(scene.viewer(companyId), '{ sroiAccount { revision } }')).sroiAccount).toBeNull();
  });
});

describe('an outcome that counts evidence', () => {
  const gain = (participantId: string, startedAt: string, level = 0.9) => ({
    ...{ participantId, startedAt },
    scores: [{ dimension: 'job_readiness' as const, level, snippet: 'I got the interview' }],
  });
  const counting = (proxyId: string) => [
    { ...work, quantity: null, quantitySource: null, dimension: 'JOB_READINESS', proxyId },
  ];

  test('counts each person who gained on balance in the period once, and follows corrections', async () => {
    const companyId = await scene.platform.addCompany('Counting');
    const admin = scene.viewer(companyId);
    const account = accountOf(counting(await proxyIn(companyId)));
    const people = Array.from({ length: 6 }, newId);
    const sessionId = newId();
    await scene.keep(companyId, [
      ...people.map((id) => gain(id, '2026-03-01T10:00:00Z')),
      gain(people[0] ?? '', '2026-04-01T10:00:00Z'),
      { ...gain(newId(), '2025-12-31T23:00:00Z') },
      { ...gain(newId(), '2026-03-02T10:00:00Z', 0.1) },
      { ...gain(newId(), '2026-05-02T10:00:00Z'), sessionId },
    ]);
    await scene.ask(admin, saveAccount, { input: { revision: 0, account } });
    await scene.compute(companyId);
    const [before] = (await scene.ask(admin, sroi)).metrics;
    expect(before.lineage.contributions[0].formula).toMatch(/^7 × 8500/);
    expect(before.lineage.evidence).toMatchObject({
      totalCount: 9,
      nodes: expect.arrayContaining([{ snippet: 'I got the interview' }]),
    });
    expect(before.lineage.sessions.totalCount).toBe(9);
    await scene.keep(companyId, [{ ...gain(newId(), '2026-05-02T10:00:00Z', 0.2), sessionId, revision: 2 }]);
    await scene.compute(companyId);
    const [after] = (await scene.ask(admin, sroi)).metrics;
    expect([after.id, after.value]).toEqual([before.id, expect.closeTo((before.value * 6) / 7, 9)]);
  });

  test('of fewer than five people leaves the account without a ratio, also beside others that could be shown', async () => {
    const companyId = await scene.platform.addCompany('Few');
    const admin = scene.viewer(companyId);
    const proxyId = await proxyIn(companyId);
    const account = accountOf([...counting(proxyId), { ...work, proxyId }]);
    await scene.keep(
      companyId,
      Array.from({ length: 4 }, () => gain(newId(), '2026-03-01T10:00:00Z')),
    );
    const { sroiScenario } = await scene.ask(admin, scenario, { account });
    expect(sroiScenario).toMatchObject({
      ratio: null,
      absence: 'GROUP_TOO_SMALL',
      presentValue: null,
      sensitivity: [],
      lowest: null,
    });
    expect(sroiScenario.outcomes[0]).toMatchObject({ quantity: null, absence: 'GROUP_TOO_SMALL', presentValue: null });
    await scene.ask(admin, saveAccount, { input: { revision: 0, account } });
    await scene.compute(companyId);
    const [metric] = (await scene.ask(admin, sroi)).metrics;
    expect(metric).toMatchObject({
      value: null,
      absence: 'GROUP_TOO_SMALL',
      lineage: { inputs: [], contributions: [] },
    });
  });
});

test('a scenario shows which assumption the ratio hangs on, and stores nothing', async () => {
  const companyId = await scene.platform.addCompany('Scenario');
  const account = accountOf([{ ...work, proxyId: await proxyIn(companyId) }]);
  const { sroiScenario } = await scene.ask(scene.viewer(companyId), scenario, { account });
  expect(sroiScenario.sensitivity[0]).toMatchObject({ outcome: 0, assumption: 'DEADWEIGHT', low: 0.3, high: 0.5 });
  expect(sroiScenario.lowest).toBeLessThan(sroiScenario.ratio);
  expect(sroiScenario.highest).toBeGreaterThan(sroiScenario.ratio);
  const { rows } = await scene.platform.sql.query('SELECT 1 FROM outcomes.sroi_account WHERE company_id = $1', [
    companyId,
  ]);
  expect(rows).toEqual([]);
});
