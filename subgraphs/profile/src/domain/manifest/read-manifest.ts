import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ManifestProblemRow, PartnerOperationRow } from '../../rows/partner-operations.ts';

export type ReadManifest =
  | { readonly operations: readonly PartnerOperationRow[]; readonly problems?: undefined }
  | { readonly operations?: undefined; readonly problems: readonly ManifestProblemRow[] };

/** Characters. Routers keep the active manifest of each company in memory. */
const longestText = 512 * 1024;
const mostOperations = 200;

/** Reads a persisted query manifest of Apollo's format as far as that can be judged without the graph. */
export function readManifest(text: string): ReadManifest {
  if (text.length > longestText)
    return {
      problems: [
        whole('MANIFEST_TOO_LARGE', 'A manifest is at most 512 KB.', 'Leave out operations that no partner calls.'),
      ],
    };
  const json = parsed(text);
  if ('problem' in json) return { problems: [json.problem] };
  const read = manifestSchema.safeParse(json.value);
  if (!read.success) return { problems: read.error.issues.map((issue) => malformed(issue, json.value)) };
  const operations = read.data.operations.map(({ id, name, type, body }) => ({
    hash: id.replace(/^sha256:/, ''),
    name,
    kind: kinds[type],
    body,
  }));
  const problems = [...wrongIds(operations), ...repeated(operations)];
  return problems.length > 0 ? { problems } : { operations };
}

function parsed(text: string): { readonly value: unknown } | { readonly problem: ManifestProblemRow } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const message = `The file is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { problem: whole('MANIFEST_NOT_JSON', message, 'Upload the file as the manifest generator wrote it.') };
  }
}

const kinds = { query: 'QUERY', mutation: 'MUTATION', subscription: 'SUBSCRIPTION' } as const;

const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z
    .array(
      z.object({
        id: z.string(),
        name: z
          .string()
          .max(200)
          .regex(/^[_A-Za-z][_0-9A-Za-z]*$/, 'A name has letters, digits and underscores.'),
        type: z.enum(['query', 'mutation', 'subscription']),
        body: z.string(),
      }),
    )
    .max(mostOperations),
});

function malformed(issue: z.core.$ZodIssue, manifest: unknown): ManifestProblemRow {
  return {
    ...whole(
      'MANIFEST_FORMAT',
      `${issue.path.join('.') || 'The whole'}: ${issue.message}`,
      'Write it as apollo-persisted-query-manifest, version 1: operations with id, name, type and body.',
    ),
    operation: nameAt(issue.path, manifest),
  };
}

/** The name of the operation that a path leads into, as far as it has one that can be shown. */
function nameAt([list, index]: readonly PropertyKey[], manifest: unknown): string | null {
  if (list !== 'operations' || typeof index !== 'number') return null;
  const name = (manifest as { operations?: readonly ({ name?: unknown } | null)[] }).operations?.[index]?.name;
  return typeof name === 'string' ? name.slice(0, 200) : null;
}

function wrongIds(operations: readonly PartnerOperationRow[]): ManifestProblemRow[] {
  return operations.flatMap(({ hash, name, body }) => {
    const right = createHash('sha256').update(body).digest('hex');
    if (hash === right) return [];
    const remedy = `Generate the manifest anew, or use ${right} as the id.`;
    return [{ ...whole('MANIFEST_ID_MISMATCH', 'The id is not the SHA-256 of the body.', remedy), operation: name }];
  });
}

function repeated(operations: readonly PartnerOperationRow[]): ManifestProblemRow[] {
  return operations.flatMap(({ hash, name }, index) => {
    const before = operations.slice(0, index).find((other) => other.name === name || other.hash === hash);
    if (!before) return [];
    const what = before.name === name ? 'This name is there twice.' : `The text is that of "${before.name}".`;
    return [{ ...whole('MANIFEST_REPEATED', what, 'Keep one of the two.'), operation: name }];
  });
}

function whole(code: string, message: string, remedy: string): ManifestProblemRow {
  return { operation: null, line: null, column: null, code, message, remedy };
}
