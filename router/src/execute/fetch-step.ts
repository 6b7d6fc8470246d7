import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphOperation } from '@teei/runtime/subgraph';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Variables } from './conditions.ts';
import { type Requirement, requirementOf } from './requirement.ts';
import type { Data } from './subgraph-data.ts';

/** A fetch of a plan, with what is the same each time it is run. */
class FetchStep {
  readonly requirement: Requirement | undefined;
  readonly #node: FetchNode;
  readonly #variables: readonly string[];

  constructor(node: FetchNode, full: GraphQLSchema) {
    this.#node = node;
    this.requirement = node.requires && requirementOf(node.requires, node.inputRewrites, full);
    this.#variables = node.variableUsages ?? [];
  }

  /** `representations`: of the entities that are asked for, where the fetch is for entities. */
  operationFor(given: Variables, representations: readonly Data[] | undefined): SubgraphOperation {
    return new PlannedFetch(this.#node, this.#variablesFrom(given, representations));
  }

  #variablesFrom(given: Variables, representations: readonly Data[] | undefined): Data {
    if (representations && this.#variables.length === 0) return { representations };
    const variables: Data = {};
    for (const name of this.#variables) {
      if (given[name] !== undefined) variables[name] = given[name];
    }
    if (representations) variables.representations = representations;
    return variables;
  }
}

class PlannedFetch implements SubgraphOperation {
  readonly query: string;
  readonly variables: Data;
  readonly document?: DocumentNode;
  readonly operationName?: string;

  constructor({ operation, operationName, operationDocumentNode }: FetchNode, variables: Data) {
    this.query = operation;
    this.variables = variables;
    if (operationDocumentNode) this.document = operationDocumentNode;
    if (operationName !== undefined) this.operationName = operationName;
  }
}

/** Made when a plan is first run. A plan, and so each of its nodes, belongs to one supergraph. */
export function fetchStepOf(node: FetchNode, full: GraphQLSchema): FetchStep {
  const known = steps.get(node);
  if (known) return known;
  const step = new FetchStep(node, full);
  steps.set(node, step);
  return step;
}

const steps = new WeakMap<FetchNode, FetchStep>();
