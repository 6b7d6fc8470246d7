import { type DocumentNode, Kind, type SelectionSetNode, visit } from 'graphql';
import type { DocumentFile } from './operations.ts';

/**
 * Puts `__typename` into every selection set but the operation's own, exactly where Apollo Client would, so that the text
 * that is sent is the text in the manifest. (The client preset's own transform also writes it at the root, which a
 * subscription may not have.)
 */
export function transform({ documents }: { readonly documents: readonly DocumentFile[] }): DocumentFile[] {
  return documents.map((file) => (file.document ? { ...file, document: withTypename(file.document) } : file));
}

function withTypename(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      leave(node, _key, parent) {
        if (isOperation(parent) || hasTypename(node)) return undefined;
        return { ...node, selections: [...node.selections, typename] };
      },
    },
  });
}

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

function hasTypename({ selections }: SelectionSetNode): boolean {
  return selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename');
}

function isOperation(parent: unknown): boolean {
  return typeof parent === 'object' && parent !== null && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
}
