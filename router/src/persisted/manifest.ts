import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** The operations that one client has registered, in Apollo's manifest format; the file is named after the client. */
export interface PersistedManifest {
  readonly client: string;
  readonly operations: readonly PersistedOperation[];
}

export interface PersistedOperation {
  /** SHA-256 of the body, hexadecimal. */
  readonly hash: string;
  readonly name: string;
  readonly body: string;
}

/** The manifest promises a text under the hash of another, or is not in Apollo's format. */
export class ManifestRefused extends Error {
  constructor(client: string, reason: string) {
    super(`The manifest of "${client}" is refused: ${reason}`);
    this.name = 'ManifestRefused';
  }
}

export async function readManifests(directory: string): Promise<readonly PersistedManifest[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => parseManifest(basename(file, '.json'), await readFile(join(directory, file), 'utf8'))),
  );
}

/** Throws `ManifestRefused`. */
export function parseManifest(client: string, text: string): PersistedManifest {
  const parsed = manifestSchema.safeParse(jsonOf(client, text));
  if (!parsed.success) throw new ManifestRefused(client, z.prettifyError(parsed.error));
  const operations = parsed.data.operations.map(({ id, name, body }) => {
    const hash = id.replace(/^sha256:/, '');
    if (hash !== sha256Of(body))
      throw new ManifestRefused(client, `the id of "${name}" is not the SHA-256 of its body`);
    return { hash, name, body };
  });
  return { client, operations };
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.enum(['query', 'mutation', 'subscription']),
      body: z.string(),
    }),
  ),
});

function jsonOf(client: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ManifestRefused(client, error instanceof Error ? error.message : String(error));
  }
}
