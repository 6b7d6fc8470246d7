import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSubgraph, type Platform, type Subgraph } from '@teei/runtime/create-subgraph';
import { keepPersonAliases } from '@teei/runtime/keep-person-aliases';
import { programsContext } from './context.ts';
import { demosToFill, fillDemo } from './jobs/fill-demo.ts';
import { handleWebhooks } from './jobs/handle-webhooks.ts';
import { importHandlers } from './jobs/import-handlers.ts';
import { importRequests } from './jobs/import-requests.ts';
import { letWordsGo } from './jobs/let-words-go.ts';
import { oldUploads } from './jobs/old-uploads.ts';
import { oldWebhookBodies } from './jobs/old-webhook-bodies.ts';
import { upskillingHandlers } from './jobs/upskilling-handlers.ts';
import { upskillingRequests } from './jobs/upskilling-requests.ts';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8');

/** The programs subgraph: what partner systems send, checked, stored and turned into events. */
export function createPrograms(platform: Platform): Subgraph {
  return createSubgraph(
    {
      name: 'programs',
      sdl,
      resolvers,
      context: programsContext,
      loops: (parts) => [handleWebhooks(parts)],
      consumers: (parts) => [
        importRequests(parts),
        upskillingRequests(parts),
        keepPersonAliases('programs'),
        demosToFill(parts),
      ],
      jobs: (parts) => [
        ...importHandlers(parts),
        oldUploads(parts),
        oldWebhookBodies(parts),
        letWordsGo(parts),
        ...upskillingHandlers(parts),
        fillDemo(parts),
      ],
    },
    platform,
  );
}
