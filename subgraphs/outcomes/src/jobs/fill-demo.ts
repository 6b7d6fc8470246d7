import { randomUUID } from 'node:crypto';
import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { demoMade } from '@teei/runtime/demo-made';
import { defineJob, enqueue, type Job, jobHandler } from '@teei/runtime/job';
import { type ServiceViewer, serviceViewer } from '@teei/runtime/viewer';
import { z } from 'zod';
import { demoAccount } from '../../sample/demo-account.ts';

const fillDemoJob = defineJob(
  'outcomes-fill-demo',
  z.object({ companyId: z.string(), language: z.enum(['en', 'uk', 'no']) }),
);

/** A demo that was made gets an account of its social return. */
export const demosToFill = (parts: SubgraphParts) =>
  defineConsumer({
    name: 'outcomes-demos-to-fill',
    source: 'profile',
    contracts: [demoMade],
    handle: async ({ companyId }, events) => {
      for (const { data } of events)
        await enqueue(parts.platform.queues, fillDemoJob, { companyId, language: data.language });
    },
  });

export const fillDemo = (parts: SubgraphParts): Job =>
  jobHandler(parts.platform.queues, fillDemoJob, 1, async ({ companyId, language }) => {
    const viewer = serviceViewer('outcomes', companyId, 'metrics:read', 'impact:write');
    const { sroiAccount } = await ask(parts, viewer, standing, stands);
    // A second try, or somebody who was quicker: what is there is theirs.
    if (sroiAccount) return;
    const { proxies, account } = demoAccount({
      ...yearUntil(new Date()),
      investment: 24_000,
      currency: 'EUR',
      language,
    });
    const proxyIds: string[] = [];
    for (const input of proxies)
      proxyIds.push((await ask(parts, viewer, saveProxy, proxySaved, { input })).saved.proxy.id);
    await ask(parts, viewer, saveAccount, accountSaved, { input: { revision: 0, account: account(proxyIds) } });
  });

function yearUntil(now: Date): { from: string; to: string } {
  const month = (monthsBefore: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsBefore)).toISOString().slice(0, 7);
  return { from: month(11), to: month(0) };
}

const standing = '{ sroiAccount { revision } }';
const stands = z.object({ sroiAccount: z.object({ revision: z.int() }).nullable() });
const saveProxy =
  'mutation ($input: SaveSroiProxyInput!) { saved: saveSroiProxy(input: $input) { ... on SroiProxySaved { proxy { id } } ... on Refused { code } } }';
const proxySaved = z.object({ saved: z.object({ proxy: z.object({ id: z.string() }) }) });
const saveAccount =
  'mutation ($input: SaveSroiAccountInput!) { saved: saveSroiAccount(input: $input) { ... on SroiAccountSaved { account { revision } } ... on Refused { code } } }';
const accountSaved = z.object({ saved: z.object({ account: z.object({ revision: z.int() }) }) });

async function ask<Answer>(
  parts: SubgraphParts,
  viewer: ServiceViewer,
  query: string,
  answer: z.ZodType<Answer>,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const passport = { viewer, correlationId: randomUUID() };
  const { data, errors } = await parts.platform.subgraph('outcomes').execute({ query, variables }, passport);
  const parsed = answer.safeParse(data);
  if (!parsed.success) throw new Error(`a demo got no social return: ${JSON.stringify(errors ?? data)}`);
  return parsed.data;
}
