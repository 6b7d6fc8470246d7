import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { Refusal } from '../refusal.ts';

/** Refuses `__schema` and `__type` wherever they stand; `__typename` is not introspection in this sense. */
export function refuseIntrospection(document: DocumentNode): void {
  visit(document, {
    Field(node) {
      if (isIntrospection(node)) throw new Refusal('INTROSPECTION_DISABLED', 'Introspection is turned off here');
    },
  });
}

export function isIntrospection(node: FieldNode): boolean {
  return node.name.value === '__schema' || node.name.value === '__type';
}

/** Answers one `__schema` or `__type` field from the API schema; federation's planner leaves these to the router. */
export function introspect(
  field: FieldNode,
  operation: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  const { alias: _, ...plain } = field;
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...operation,
        variableDefinitions: usedIn(field, operation),
        selectionSet: { kind: Kind.SELECTION_SET, selections: [plain] },
      },
      ...fragments,
    ],
  };
  const { data } = executeSync({ schema, document, variableValues: variables, rootValue: {} });
  return data?.[field.name.value] ?? null;
}

function usedIn(field: FieldNode, operation: OperationDefinitionNode): readonly VariableDefinitionNode[] {
  const used = new Set<string>();
  visit(field, { Variable: (node) => void used.add(node.name.value) });
  return operation.variableDefinitions?.filter((definition) => used.has(definition.variable.name.value)) ?? [];
}
