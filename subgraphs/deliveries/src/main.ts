import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSubgraph, type Platform, type Subgraph } from '@teei/runtime/create-subgraph';
import { deliveriesContext } from './context.ts';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8');

/** The deliveries subgraph: connections to partner systems and what was pushed to them. */
export function createDeliveries(platform: Platform): Subgraph {
  return createSubgraph({ name: 'deliveries', sdl, resolvers, context: deliveriesContext }, platform);
}
