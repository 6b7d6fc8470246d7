import { randomUUID } from 'node:crypto';
import type { MemberViewer } from '@teei/runtime/viewer';
import type { Stack } from '../create-stack.ts';
import type { DemoCompany } from './demo-companies.ts';

/** An account of the company's social return, made the way that its administrator makes one. Amounts and sources are made up. */
export async function makeSocialReturn(stack: Stack, viewer: MemberViewer, company: DemoCompany): Promise<void> {
  const { currency } = company;
  const proxyIds: string[] = [];
  for (const proxy of proxies) {
    const input = { revision: 0, currency, year: 2025, source: 'Made up for the demo', ...proxy };
    const { proxy: saved } = await call<{ proxy?: { id: string } }>(stack, viewer, saveProxy, { input });
    if (!saved) throw new Error('a demo proxy was refused');
    proxyIds.push(saved.id);
  }
  const account = {
    ...{
      from: '2025-12',
      to: '2026-11',
      investment: company.rows * 40,
      investmentSource: 'Programme budget (demo)',
      currency,
    },
    outcomes: outcomes.map((outcome, index) => ({ ...outcome, proxyId: proxyIds[index] })),
  };
  const made = await call<{ account?: object }>(stack, viewer, saveAccount, { input: { revision: 0, account } });
  if (!made.account) throw new Error('the demo account was refused');
}

async function call<Answer>(stack: Stack, viewer: MemberViewer, query: string, variables: object): Promise<Answer> {
  const request = { query, variables: { ...variables } };
  const result = await stack.subgraphs.outcomes.execute(request, { viewer, correlationId: randomUUID() });
  const [answer] = Object.values(result.data ?? {});
  if (!answer) throw new Error(`the demo account failed: ${JSON.stringify(result)}`);
  return answer as Answer;
}

const saveProxy =
  'mutation ($input: SaveSroiProxyInput!) { saveSroiProxy(input: $input) { ... on SroiProxySaved { proxy { id } } } }';
const saveAccount =
  'mutation ($input: SaveSroiAccountInput!) { saveSroiAccount(input: $input) { ... on SroiAccountSaved { account { revision } } } }';

const proxies = [
  { name: 'A step towards work', value: 3_200 },
  { name: 'A language course to the next level', value: 1_150 },
  { name: 'A year in a club or association', value: 480 },
];

const outcomes = [
  {
    ...{ title: 'Closer to work', dimension: 'JOB_READINESS', deadweight: 0.4, attributionToOthers: 0.35 },
    ...{ dropOff: 0.3, years: 2, assumptionsSource: 'Assumed for the demo: no comparison group yet' },
  },
  {
    ...{
      title: 'Gets by in the new language',
      dimension: 'LANG_LEVEL_PROXY',
      deadweight: 0.35,
      attributionToOthers: 0.4,
    },
    ...{ assumptionsSource: 'Assumed for the demo: most also attend a public course' },
  },
  {
    ...{ title: 'Belongs somewhere', dimension: 'BELONGING', deadweight: 0.25, attributionToOthers: 0.3 },
    ...{ displacement: 0.05, assumptionsSource: 'Assumed for the demo' },
  },
];
