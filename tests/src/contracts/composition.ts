import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Composition, compose } from '@teei/router/compose/compose';
import { subgraphNames } from '@teei/runtime/subgraph-names';

const root = join(import.meta.dirname, '../../..');
export const supergraphFile = 'router/supergraph.graphql';

/** What the subgraphs' schemas compose to now. Throws `CompositionFailed`. */
export async function composeNow(): Promise<Composition> {
  const definitions = subgraphNames.map(async (name) => {
    const sdl = await readFile(join(root, 'subgraphs', name, 'schema.graphql'), 'utf8');
    return { name, url: `http://${name}/graphql`, sdl };
  });
  return compose(await Promise.all(definitions));
}

/** The supergraph as it lies in the working tree. */
export function readSupergraph(): Promise<string> {
  return readFile(join(root, supergraphFile), 'utf8');
}
