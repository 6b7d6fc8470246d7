import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSubgraph, type Platform, type Subgraph } from '@teei/runtime/create-subgraph';
import { keepPersonAliases } from '@teei/runtime/keep-person-aliases';
import { privacyContext } from './context.ts';
import { recordAudit } from './jobs/record-audit.ts';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8');

/** The privacy subgraph: what participants agreed to and asked for, and who did what. */
export function createPrivacy(platform: Platform): Subgraph {
  return createSubgraph(
    {
      name: 'privacy',
      sdl,
      resolvers,
      context: privacyContext,
      consumers: () => [...recordAudit, keepPersonAliases('privacy')],
    },
    platform,
  );
}
