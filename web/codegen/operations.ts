import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** A file of operations as GraphQL Code Generator hands it to plugins and transforms. */
export interface DocumentFile {
  readonly location?: string;
  readonly document?: DocumentNode;
}

export function nameOf(node: OperationDefinitionNode): string {
  if (node.name === undefined) throw new Error('Every operation of the cockpit has a name: give this one a name.');
  return node.name.value;
}
