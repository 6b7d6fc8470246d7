import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { subgraphNames } from '@teei/runtime/subgraph-names';
import { compose, type SubgraphDefinition } from './compose.ts';

/** `npm run compose`: writes the supergraph that is committed and reviewed, and the API schema that codegen reads. */
const root = join(import.meta.dirname, '../../..');
const { supergraphSdl, apiSdl } = compose(await Promise.all(subgraphNames.map(definitionOf)));
await write('router/supergraph.graphql', supergraphSdl);
await write('router/generated/api-schema.graphql', apiSdl);

async function definitionOf(name: string): Promise<SubgraphDefinition> {
  const sdl = await readFile(join(root, 'subgraphs', name, 'schema.graphql'), 'utf8');
  return { name, url: `http://${name}/graphql`, sdl };
}

async function write(path: string, text: string): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  process.stdout.write(`wrote ${path}\n`);
}
