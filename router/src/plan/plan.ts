import { operationFromDocument } from '@apollo/federation-internals';
import { isPlanNode, type PlanNode, type SubscriptionNode } from '@apollo/query-planner';
import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import type { Fragments } from '../operation/fragments.ts';
import type { LoadedSupergraph } from '../supergraph/supergraph.ts';

/** What to fetch from which subgraph, in which order. Neither is there when the operation asks only for introspection. */
export interface Plan {
  readonly node?: PlanNode;
  readonly subscription?: SubscriptionNode;
}

export function planOperation(
  definition: OperationDefinitionNode,
  fragments: Fragments,
  supergraph: LoadedSupergraph,
): Plan {
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition, ...fragments.values()] };
  const operation = operationFromDocument(supergraph.plannerApi, document, { validate: false });
  const { node } = supergraph.planner.buildQueryPlan(operation);
  if (node === undefined) return {};
  return isPlanNode(node) ? { node } : { subscription: node };
}
