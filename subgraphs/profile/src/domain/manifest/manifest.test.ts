import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { manifestChanges } from './manifest-changes.ts';
import { readManifest } from './read-manifest.ts';

const operation = (name: string, body = `query ${name} { company { id } }`, id = hashOf(body)) => ({
  id,
  name,
  type: 'query',
  body,
});
const manifest = (...operations: object[]) =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
const problemsOf = (text: string) => (readManifest(text).problems ?? []).map(({ code, operation: of }) => [code, of]);

test('a manifest is read whether its ids name their algorithm or not, and with the mark that editors put before a text', () => {
  const one = operation('One');
  const read = [{ hash: one.id, name: 'One', kind: 'QUERY', body: one.body }];
  expect(readManifest(`\uFEFF${manifest(one)}`).operations).toEqual(read);
  expect(readManifest(manifest({ ...one, id: `sha256:${one.id}` })).operations).toEqual(read);
  expect(readManifest(manifest()).operations).toEqual([]);
});

test('what is wrong is said of the operation that it is about, with what to do', () => {
  expect(problemsOf(manifest(operation('One'), operation('Two', '{ a }', hashOf('{ b }'))))).toEqual([
    ['MANIFEST_ID_MISMATCH', 'Two'],
  ]);
  expect(problemsOf(manifest(operation('One'), operation('One', 'query One { company { name } }')))).toEqual([
    ['MANIFEST_REPEATED', 'One'],
  ]);
  expect(problemsOf(manifest(operation('One'), { ...operation('One'), name: 'Other' }))).toEqual([
    ['MANIFEST_REPEATED', 'Other'],
  ]);
  expect(problemsOf(manifest({ ...operation('One'), type: 'batch' }))).toEqual([['MANIFEST_FORMAT', 'One']]);
  expect(problemsOf('{ "operations": [] }')).toEqual([
    ['MANIFEST_FORMAT', null],
    ['MANIFEST_FORMAT', null],
  ]);
  expect(problemsOf('nothing')).toEqual([['MANIFEST_NOT_JSON', null]]);
  expect(problemsOf(manifest(operation('Long', `# ${'x'.repeat(600_000)}`)))).toEqual([['MANIFEST_TOO_LARGE', null]]);
  expect(readManifest(manifest(operation('Two', '{ a }', 'x'))).problems?.[0]?.remedy).toContain(hashOf('{ a }'));
});

test('changes are told by name, and what stays as it is not at all', () => {
  const row = (name: string, body: string) => ({ hash: hashOf(body), name, kind: 'QUERY' as const, body });
  const before = [row('Changed', 'a'), row('Gone', 'b'), row('Kept', 'c')];
  const after = [row('Kept', 'c'), row('Changed', 'd'), row('Added', 'e')];
  expect(manifestChanges(before, after)).toEqual([
    { kind: 'ADDED', name: 'Added', before: null, after: 'e' },
    { kind: 'CHANGED', name: 'Changed', before: 'a', after: 'd' },
    { kind: 'REMOVED', name: 'Gone', before: 'b', after: null },
  ]);
  expect(manifestChanges(after, after)).toEqual([]);
});

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
