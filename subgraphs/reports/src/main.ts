import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSubgraph, type Platform, type Subgraph } from '@teei/runtime/create-subgraph';
import { reportsContext } from './context.ts';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8');

/** The reports subgraph: narratives whose every claim cites the metric or the evidence it stands on. */
export function createReports(platform: Platform): Subgraph {
  return createSubgraph({ name: 'reports', sdl, resolvers, context: reportsContext }, platform);
}
