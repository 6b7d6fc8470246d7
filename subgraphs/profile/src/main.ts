import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSubgraph, type Platform, type Subgraph } from '@teei/runtime/create-subgraph';
import { profileContext } from './context.ts';
import { orphanedPeople } from './jobs/orphaned-people.ts';
import { programmeMembership } from './jobs/programme-membership.ts';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8');

/** The profile subgraph: companies, their members and keys, and the people of their programmes. */
export function createProfile(platform: Platform): Subgraph {
  return createSubgraph(
    {
      name: 'profile',
      sdl,
      resolvers,
      context: profileContext,
      consumers: () => [orphanedPeople, programmeMembership],
    },
    platform,
  );
}
