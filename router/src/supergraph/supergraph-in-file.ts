import { readFileSync } from 'node:fs';
import { type LoadedSupergraph, loadSupergraph } from './supergraph.ts';

/** The supergraph that a file holds, for a process without a router; loaded when it is first asked for and again when it has changed. */
export function supergraphInFile(file: string): () => LoadedSupergraph {
  let loaded: LoadedSupergraph | undefined;
  return () => {
    const sdl = readFileSync(file, 'utf8');
    if (loaded?.sdl !== sdl) loaded = loadSupergraph(sdl);
    return loaded;
  };
}
