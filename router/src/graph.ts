import { BoundedMap } from '@teei/runtime/bounded-map';
import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import type { WrittenAnswer } from './execute/answer.ts';
import { InFlight } from './execute/in-flight.ts';
import type { RouterMetrics } from './metrics.ts';
import { type PreparedDocument, prepareDocument } from './operation/prepared-operation.ts';
import { PlannedOperations } from './plan/planned-operations.ts';
import { Refusal } from './refusal.ts';
import type { RouterSettings } from './settings.ts';
import type { LoadedSupergraph } from './supergraph/supergraph.ts';

/**
 * One supergraph in service, with all that is remembered about it. A request keeps the graph with which it began;
 * a reload puts another in its place.
 */
export class Graph {
  readonly supergraph: LoadedSupergraph;
  readonly endpoints: ReadonlyMap<string, SubgraphEndpoint>;
  readonly planned: PlannedOperations;
  readonly inFlight = new InFlight<WrittenAnswer>();
  readonly #settings: RouterSettings;
  readonly #documents: BoundedMap<PreparedDocument | Refusal>;

  constructor(
    supergraph: LoadedSupergraph,
    endpoints: ReadonlyMap<string, SubgraphEndpoint>,
    settings: RouterSettings,
    metrics: RouterMetrics,
  ) {
    this.supergraph = supergraph;
    this.endpoints = endpoints;
    this.#settings = settings;
    this.#documents = new BoundedMap(settings.caches.documents);
    this.planned = new PlannedOperations(supergraph, settings, (hit) => metrics.planLookup(hit));
  }

  /** Throws `Refusal`, which is remembered too: a client that repeats a mistake must not cost more than one that does not. */
  prepare(text: string): PreparedDocument {
    const known = this.#documents.get(text);
    const document = known ?? this.#prepared(text);
    if (document instanceof Refusal) throw document;
    return document;
  }

  #prepared(text: string): PreparedDocument | Refusal {
    const document = this.#attempt(text);
    if (text.length <= longestRemembered) this.#documents.set(text, document);
    return document;
  }

  #attempt(text: string): PreparedDocument | Refusal {
    try {
      return prepareDocument(text, this.supergraph, this.#settings);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}

/** Characters. Texts can be as long as a body; thousands of such would fill the memory. */
const longestRemembered = 20_000;
