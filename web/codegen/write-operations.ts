import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Gives each operation a module of its own, with its document and its hook. The client preset writes all documents into one
 * file, and a file is never split over chunks: every page would load the operations of all the others.
 * (typescript-react-apollo 5 emits Apollo Client 3 imports and a suspense overload that does not type-check with 4.)
 */
const folder = fileURLToPath(new URL('../src/generated/', import.meta.url));
const operations: Operation[] = [];
const types = readFileSync(`${folder}graphql.ts`, 'utf8').replace(
  /^export const (\w+)Document = (.*) as unknown as DocumentNode<(\w+), (\w+)>;$/gm,
  (_line, name: string, document: string, result: string, variables: string) => {
    operations.push({ name, document, result, variables });
    return `export { ${name}Document } from './operations/${name}.ts';`;
  },
);
if (operations.length === 0) throw new Error('The client preset writes documents in another form than is read here.');

rmSync(`${folder}operations`, { recursive: true, force: true });
mkdirSync(`${folder}operations`);
for (const operation of operations) writeFileSync(`${folder}operations/${operation.name}.ts`, moduleOf(operation));
writeFileSync(`${folder}graphql.ts`, types);
writeFileSync(`${folder}hooks.ts`, operations.map(exportOf).join(''));

function exportOf(operation: Operation): string {
  const kind = kindOf(operation);
  return kind === 'Subscription' ? '' : `export { ${hookOf(operation)} } from './operations/${operation.name}.ts';\n`;
}

function moduleOf(operation: Operation): string {
  const { name, document, result, variables } = operation;
  return `import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ${result}, ${variables} } from '../graphql.ts';
${hookImportsOf(operation)}
export const ${name}Document = ${document} as unknown as TypedDocumentNode<${result}, ${variables}>;
${hookTextOf(operation)}`;
}

function hookImportsOf(operation: Operation): string {
  const kind = kindOf(operation);
  return kind === 'Subscription' ? '' : `import { use${kind} } from '@apollo/client/react';\n`;
}

/** Subscriptions get no hook: the cockpit follows them with a cursor, see graph/follow-live.ts. */
function hookTextOf(operation: Operation): string {
  const { name, result, variables, document } = operation;
  const kind = kindOf(operation);
  if (kind === 'Subscription') return '';
  const options = `use${kind}.Options<${result}, ${variables}>`;
  // With partial data in play every field would be optional; pages show skeletons instead.
  const type = kind === 'Query' ? `Omit<${options}, 'returnPartialData'>` : options;
  const defaults = kind === 'Query' && needsVariables(document) ? '' : ' = {}';
  return `
export function ${hookOf(operation)}(options: ${type}${defaults}) {
  return use${kind}(${name}Document, options);
}
`;
}

function hookOf({ result }: Operation): string {
  return `use${result}`;
}

/** The preset ends the names of results with the kind of their operation. */
function kindOf({ name, result }: Operation): string {
  return result.slice(name.length);
}

function needsVariables(document: string): boolean {
  const [operation] = (JSON.parse(document) as ParsedDocument).definitions;
  return (operation?.variableDefinitions ?? []).some(
    ({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue,
  );
}

interface Operation {
  readonly name: string;
  /** The parsed document as JSON. */
  readonly document: string;
  /** Names of the types of its data and its variables. */
  readonly result: string;
  readonly variables: string;
}

interface ParsedDocument {
  readonly definitions: readonly {
    readonly variableDefinitions?: readonly {
      readonly type: { readonly kind: string };
      readonly defaultValue?: object;
    }[];
  }[];
}
