export interface PartnerOperation {
  readonly id: string;
  readonly name: string;
  readonly body: string;
}

/** The operation of that name in a manifest of Apollo's format; null when there is none. */
export function partnerOperation(manifest: unknown, name: string): PartnerOperation | null {
  if (typeof manifest !== 'object' || manifest === null || !('operations' in manifest)) return null;
  const { operations } = manifest as { operations: readonly PartnerOperation[] };
  return operations.find((operation) => operation.name === name) ?? null;
}

/** The call as it is pasted into a terminal. Months are the variables of the operation, when it has them. */
export function curlFor({ id, body }: PartnerOperation, origin: string): string {
  const variables = Object.fromEntries(
    [...body.matchAll(/\$(\w+): Month/g)].map(([, name], index) => [name, index === 0 ? '2026-01' : '2026-12']),
  );
  const documentId = id.startsWith('sha256:') ? id : `sha256:${id}`;
  const request = JSON.stringify({ documentId, variables });
  return [
    `curl ${origin}/graphql \\`,
    `  -H 'authorization: Bearer teei_…' \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d '${request}'`,
  ].join('\n');
}
