import { type GraphQLSchema, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { type DocumentFile, type NamedOperation, operationsIn } from './operations.ts';

/**
 * One thin hook per operation over the client preset's documents: `query Dashboard` gives `useDashboardQuery`.
 * (typescript-react-apollo 5 emits Apollo Client 3 imports and a suspense overload that does not type-check with 4.)
 * Subscriptions get none: the cockpit follows them with a cursor, see graph/follow-live.ts.
 */
export function plugin(_schema: GraphQLSchema, documents: readonly DocumentFile[]) {
  const hooked = operationsIn(documents).filter(({ node }) => node.operation !== OperationTypeNode.SUBSCRIPTION);
  return {
    prepend: [
      `import { useMutation, useQuery } from '@apollo/client/react';`,
      `import type { OperationVariables } from '@apollo/client';`,
      `import * as documents from './graphql.ts';`,
      // With partial data in play every field would be optional; pages show skeletons instead.
      `type QueryOptions<D, V extends OperationVariables> = Omit<useQuery.Options<D, V>, 'returnPartialData'>;`,
      `type MutationOptions<D, V extends OperationVariables> = useMutation.Options<D, V>;`,
    ],
    content: hooked.map(hook).join('\n'),
  };
}

function hook({ name, node }: NamedOperation): string {
  const kind = node.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
  const types = `documents.${name}${kind}, documents.${name}${kind}Variables`;
  const defaults = kind === 'Query' && needsVariables(node) ? '' : ' = {}';
  return `
export function use${name}${kind}(options: ${kind}Options<${types}>${defaults}) {
  return use${kind}(documents.${name}Document, options);
}`;
}

function needsVariables({ variableDefinitions = [] }: OperationDefinitionNode): boolean {
  return variableDefinitions.some(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
}
