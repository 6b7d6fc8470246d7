import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { prepareDocument } from '../operation/prepared-operation.ts';
import { routerSettings } from '../settings.ts';
import { loadSupergraph } from '../supergraph/supergraph.ts';
import { deprecationsIn } from './deprecations.ts';
import { parseManifest, readManifests, sha256Of } from './manifest.ts';

const routerFolder = join(import.meta.dirname, '../..');

test('every operation of the committed manifests is valid against the committed supergraph and within the limits', async () => {
  const supergraph = loadSupergraph(await readFile(join(routerFolder, 'supergraph.graphql'), 'utf8'));
  const manifests = await readManifests(join(routerFolder, 'manifests'));
  expect(manifests.map(({ client }) => client)).toContain('partner');
  for (const { operations } of manifests) {
    for (const { name, body } of operations) {
      expect([...prepareDocument(body, supergraph, routerSettings({ production: true })).keys()]).toEqual([name]);
    }
  }
});

test('a manifest with a wrong hash is refused by name', () => {
  const operation = { id: sha256Of('{ a }'), name: 'A', type: 'query', body: '{ b }' };
  const text = JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations: [operation] });
  expect(() => parseManifest('acme', text)).toThrow('The manifest of "acme" is refused: the id of "A"');
});

test('a file in another format is refused', () => {
  expect(() => parseManifest('acme', '{ "operations": [] }')).toThrow('The manifest of "acme" is refused');
  expect(() => parseManifest('acme', 'nothing')).toThrow('The manifest of "acme" is refused');
});

test('what an operation uses of the graph that is to go is named, with what the schema says of it', () => {
  const api = buildSchema(`
    enum Kind { OLD @deprecated(reason: "Ask for NEW.") NEW }
    type Query { people(first: Int @deprecated(reason: "All of them."), kind: Kind): [Person!] }
    type Person { id: ID! nick: String @deprecated(reason: "Ask for name.") name: String }`);
  const uses = (body: string) => deprecationsIn(body, { api }).map(({ field, reason }) => `${field} ${reason}`);
  expect(uses('{ people(kind: NEW) { id name } }')).toEqual([]);
  expect(uses('{ people(first: 2, kind: OLD) { ...P ...P } } fragment P on Person { n: nick }')).toEqual([
    'Query.people(first:) All of them.',
    'Kind.OLD Ask for NEW.',
    'Person.nick Ask for name.',
  ]);
});
