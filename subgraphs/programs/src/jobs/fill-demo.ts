import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { demoMade } from '@teei/runtime/demo-made';
import { defineJob, enqueue, type Job, jobHandler } from '@teei/runtime/job';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { type ServiceViewer, serviceViewer } from '@teei/runtime/viewer';
import { z } from 'zod';
import { generateKintell } from '../../sample/generate-kintell.ts';
import { receiveUpload } from '../http/receive-upload.ts';
import { ImportStore } from '../store/import-store.ts';

const fillDemoJob = defineJob('programs-fill-demo', z.object({ companyId: z.string() }));

/** A demo that was made is filled. */
export const demosToFill = (parts: SubgraphParts) =>
  defineConsumer({
    name: 'programs-demos-to-fill',
    source: 'profile',
    contracts: [demoMade],
    handle: ({ companyId }) => enqueue(parts.platform.queues, fillDemoJob, { companyId }),
  });

/** A year of made-up sessions up to today. They come as a partner's file does: uploaded, checked, imported. */
export const fillDemo = (parts: SubgraphParts): Job =>
  jobHandler(parts.platform.queues, fillDemoJob, 1, async ({ companyId }) => {
    const viewer = serviceViewer('programs', companyId, 'imports:read', 'imports:write');
    const known = await inTenant(parts.database, viewer, (tx) => new ImportStore(tx).count());
    // A second try, or somebody who was quicker: what is there is theirs.
    if (known > 0) return;
    const { chunks } = generateKintell({ rows: demoRows, seed: 7, clean: true, until: new Date() });
    const body = Readable.from([...chunks].map((chunk) => Buffer.from(chunk)));
    const sent = await receiveUpload(parts, viewer, { body, fileName: 'demo-sessions.csv', announcedBytes: undefined });
    if ('code' in sent) throw new Error(`a demo's file was refused: ${sent.code}`);
    const importId = await step(parts, viewer, plan, sent.uploadId);
    await step(parts, viewer, start, importId);
  });

/** Enough for every chart and for groups that may be shown; scored within seconds. */
const demoRows = 600;

const plan = `mutation ($id: ID!) { step: planImport(input: { uploadId: $id }) { ... on ImportChanged { import { id } } ... on Refused { code } } }`;
const start = `mutation ($id: ID!) { step: startImport(id: $id) { ... on ImportChanged { import { id } } ... on Refused { code } } }`;
const answer = z.object({ step: z.object({ import: z.object({ id: z.string() }) }) });

async function step(parts: SubgraphParts, viewer: ServiceViewer, query: string, id: string): Promise<string> {
  const passport = { viewer, correlationId: randomUUID() };
  const { data, errors } = await parts.platform.subgraph('programs').execute({ query, variables: { id } }, passport);
  const parsed = answer.safeParse(data);
  if (!parsed.success) throw new Error(`a demo was not filled: ${JSON.stringify(errors ?? data)}`);
  return parsed.data.step.import.id;
}
