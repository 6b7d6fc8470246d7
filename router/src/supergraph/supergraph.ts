import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { unknownSecurityFeaturesOf } from '@teei/runtime/authorization/directives';
import { type Requirements, requirementsOf } from '@teei/runtime/authorization/requirements';
import { type GraphQLSchema, parse } from 'graphql';
import { type CostModel, costModelOf } from '../operation/cost-model.ts';

/** All that the router knows from one supergraph SDL. Built once, never changed: a reload makes another. */
export interface LoadedSupergraph {
  readonly sdl: string;
  /** What clients see and validate against. */
  readonly api: GraphQLSchema;
  /** The same as federation's own schema object, which the planner wants. */
  readonly plannerApi: Schema;
  /** Every type of every subgraph, hidden ones too: keys may be of them. */
  readonly full: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly requirements: Requirements;
  readonly costs: CostModel;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
}

/** The text is no supergraph that this router can serve. */
export class SupergraphRefused extends Error {
  constructor(reason: string) {
    super(`The supergraph cannot be served: ${reason}`);
    this.name = 'SupergraphRefused';
  }
}

/**
 * Throws `SupergraphRefused`. The planner is built for features that it does not evaluate itself (`@authenticated` and
 * the like): the router removes what a viewer may not see before it plans. A security feature that the router does not
 * know is refused, since ignoring it would open what it closes.
 */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  const document = parsed(sdl);
  const unknown = unknownSecurityFeaturesOf(document);
  if (unknown.length > 0)
    throw new SupergraphRefused(`it relies on security features unknown here: ${unknown.join(', ')}`);
  const supergraph = built(sdl);
  const plannerApi = supergraph.apiSchema();
  return {
    sdl,
    plannerApi,
    api: plannerApi.toGraphQLJSSchema(),
    full: supergraph.schema.toGraphQLJSSchema(),
    // The parsed subquery travels with the plan: a subgraph in this process need not parse it again.
    planner: new QueryPlanner(supergraph, { exposeDocumentNodeInFetchNode: true }),
    requirements: requirementsOf(document),
    costs: costModelOf(document),
    subgraphs: [...supergraph.subgraphsMetadata()].map(({ name, url }) => ({ name, url })),
  };
}

function parsed(sdl: string): ReturnType<typeof parse> {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    throw new SupergraphRefused(error instanceof Error ? error.message : String(error));
  }
}

function built(sdl: string): Supergraph {
  try {
    return Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  } catch (error) {
    throw new SupergraphRefused(error instanceof Error ? error.message : String(error));
  }
}
