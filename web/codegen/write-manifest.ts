import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, Kind, print } from 'graphql';
import * as generated from '../src/generated/graphql.ts';
import { nameOf } from './operations.ts';

/**
 * Writes the cockpit's operations in Apollo's persisted-query manifest format. It prints the very documents that the cockpit
 * sends, so the router's plan cache, warmed from this file, is hit by the cockpit's first request.
 */
const file = fileURLToPath(new URL('../../router/manifests/cockpit.json', import.meta.url));
const operations = Object.values(generated).filter(isDocument).map(entry).sort(byName);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `${JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }, null, 2)}\n`,
);

function entry(document: DocumentNode) {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('A document of fragments only cannot be persisted.');
  const body = print(document);
  return {
    id: createHash('sha256').update(body).digest('hex'),
    name: nameOf(operation),
    type: operation.operation,
    body,
  };
}

function isDocument(value: object): value is DocumentNode {
  if (!('kind' in value) || value.kind !== Kind.DOCUMENT || !('definitions' in value)) return false;
  return (value as DocumentNode).definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name);
}
