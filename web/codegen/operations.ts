import type { Types } from '@graphql-codegen/plugin-helpers';
import { Kind, type OperationDefinitionNode } from 'graphql';

export interface NamedOperation {
  readonly name: string;
  readonly node: OperationDefinitionNode;
}

/** Every operation of the documents, by name. */
export function operationsIn(documents: readonly Types.DocumentFile[]): NamedOperation[] {
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
