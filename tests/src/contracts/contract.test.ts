import { expect, test } from 'vitest';
import { breakingChanges } from './breaking-changes.ts';
import { composeNow, readSupergraph } from './composition.ts';

const { supergraphSdl } = await composeNow();

/** The supergraph with one line of it changed; the line must be there. */
function changed(line: string, into: string): string {
  expect(supergraphSdl).toContain(line);
  return supergraphSdl.replace(line, into);
}

test('the committed supergraph is what the subgraphs compose to', async () => {
  // "npm run compose" writes it; look at the difference before you commit it.
  expect(await readSupergraph()).toBe(supergraphSdl);
});

test('a graph does not break its own clients', async () => {
  expect(await breakingChanges(supergraphSdl, supergraphSdl)).toEqual([]);
});

test('a field that is gone breaks clients', async () => {
  const without = changed(
    '  languageLevel: LanguageLevel @join__field(graph: PROGRAMS) @requiresScopes(scopes: [["programmes:read"]])\n',
    '',
  );
  expect(await breakingChanges(supergraphSdl, without)).toContain(
    "Field 'languageLevel' was removed from object type 'Session'.",
  );
});

test('a field that is new breaks nobody', async () => {
  const before = changed(
    '  languageLevel: LanguageLevel @join__field(graph: PROGRAMS) @requiresScopes(scopes: [["programmes:read"]])\n',
    '',
  );
  expect(await breakingChanges(before, supergraphSdl)).toEqual([]);
});

test('a field that asks for more breaks those who could read it', async () => {
  const line =
    '  auditLog(first: Int = 25, after: String, filter: AuditLogFilter): AuditEntryConnection @join__field(graph: PRIVACY) @requiresScopes(scopes: [["audit:read"]])';
  const open = changed(line, line.replace('audit:read', 'self:read'));
  expect(await breakingChanges(open, supergraphSdl)).toEqual([
    "Field 'Query.auditLog' was closed to COMPANY_USER, ANALYST, REVIEWER.",
  ]);
  expect(await breakingChanges(supergraphSdl, open)).toEqual([]);
});
