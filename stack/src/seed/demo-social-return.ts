import { randomUUID } from 'node:crypto';
import { demoAccount } from '@teei/outcomes/demo-account';
import type { MemberViewer } from '@teei/runtime/viewer';
import type { Stack } from '../create-stack.ts';
import type { DemoCompany } from './demo-companies.ts';

/** An account of the company's social return, made the way that its administrator makes one. Amounts and sources are made up. */
export async function makeSocialReturn(stack: Stack, viewer: MemberViewer, company: DemoCompany): Promise<void> {
  const { currency, rows } = company;
  const period = { from: '2025-12', to: '2026-11' };
  const { proxies, account } = demoAccount({ ...period, investment: rows * 40, currency, language: 'en' });
  const proxyIds: string[] = [];
  for (const input of proxies) {
    const { proxy: saved } = await call<{ proxy?: { id: string } }>(stack, viewer, saveProxy, { input });
    if (!saved) throw new Error('a demo proxy was refused');
    proxyIds.push(saved.id);
  }
  const input = { revision: 0, account: account(proxyIds) };
  const made = await call<{ account?: object }>(stack, viewer, saveAccount, { input });
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
