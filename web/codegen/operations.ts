import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';

/** A file of operations as GraphQL Code Generator hands it to plugins and transforms. */
export interface DocumentFile {
  readonly location?: string;
  readonly document?: DocumentNode;
}

export interface NamedOperation {
  readonly name: string;
  readonly node: OperationDefinitionNode;
}

/** Every operation of the documents, by name. */
export function operationsIn(documents: readonly DocumentFile[]): NamedOperation[] {
  return documents
    .flatMap((file) => file.document?.definitions ?? [])
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((node) => ({ name: nameOf(node), node }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

export function nameOf(node: OperationDefinitionNode): string {
  if (node.name === undefined) throw new Error('Every operation of the cockpit has a name: give this one a name.');
  return node.name.value;
}
