import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

export type SupergraphSource = { readonly sdl: string } | { readonly file: string };

export async function sdlOf(source: SupergraphSource): Promise<string> {
  return 'sdl' in source ? source.sdl : readFile(source.file, 'utf8');
}

/** Calls back with the text whenever the file has changed. Gives the function that ends it. */
export function watchSupergraph(source: SupergraphSource, onChange: (sdl: string) => void): () => void {
  if ('sdl' in source) return () => undefined;
  const { file } = source;
  let pending: NodeJS.Timeout | undefined;
  let last: string | undefined;
  const look = async (): Promise<void> => {
    const sdl = await readFile(file, 'utf8').catch(() => undefined);
    // Between truncating and writing, editors leave an empty file.
    if (sdl === undefined || sdl.trim() === '' || sdl === last) return;
    last = sdl;
    onChange(sdl);
  };
  // The directory, not the file: editors and Kubernetes replace it, and a watch on the old file would see nothing more.
  const watcher = watch(dirname(file), (_event, name) => {
    if (name !== null && name !== basename(file) && !name.startsWith('..')) return;
    clearTimeout(pending);
    pending = setTimeout(() => void look(), 100);
  });
  return () => {
    clearTimeout(pending);
    watcher.close();
  };
}
