import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { parse, printSchema } from 'graphql';

export interface SubgraphDefinition {
  readonly name: string;
  /** Where the subgraph answers when it is a service of its own. */
  readonly url: string;
  readonly sdl: string;
}

export interface Composition {
  readonly supergraphSdl: string;
  /** What clients see: the supergraph without what is marked `@inaccessible` and without federation's own parts. */
  readonly apiSdl: string;
}

/** The subgraphs contradict each other; `problems` holds one sentence for each contradiction. */
export class CompositionFailed extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The subgraphs do not compose:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'CompositionFailed';
    this.problems = problems;
  }
}

/** Composes subgraph definitions to one supergraph (Federation 2). */
export function compose(definitions: readonly SubgraphDefinition[]): Composition {
  const result = composeServices(definitions.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors) throw new CompositionFailed(result.errors.map((error) => error.message));
  const supergraph = Supergraph.build(result.supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  });
  const api = supergraph.apiSchema().toGraphQLJSSchema();
  return { supergraphSdl: result.supergraphSdl, apiSdl: printSchema(api) };
}
