import { setImmediate as pause } from 'node:timers/promises';
import type { BreakerListener } from '@teei/runtime/breaker';
import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import { type Scope, scopes, type Viewer } from '@teei/runtime/viewer';
import { Graph } from '../graph.ts';
import type { RouterMetrics } from '../metrics.ts';
import type { PersistedOperations } from '../persisted/persisted-operations.ts';
import { Refusal } from '../refusal.ts';
import type { RouterOptions } from '../router-options.ts';
import { loadSupergraph } from './supergraph.ts';

/** The graph that new requests begin with. Loading another leaves those under way with theirs. */
export class GraphInService {
  readonly #options: RouterOptions;
  readonly #metrics: RouterMetrics;
  readonly #persisted: PersistedOperations;
  /** By name and url: a subgraph that stays where it is keeps its connections and its breaker. */
  readonly #endpoints = new Map<string, SubgraphEndpoint>();
  readonly #onBreaker: BreakerListener = (subgraph, state) => this.#metrics.breaker(subgraph, state);
  #current: Graph | undefined;
  /** One load after the other: the last that was asked for is the one that stays. */
  #loading: Promise<unknown> = Promise.resolve();
  #isDestroyed = false;

  constructor(options: RouterOptions, metrics: RouterMetrics, persisted: PersistedOperations) {
    this.#options = options;
    this.#metrics = metrics;
    this.#persisted = persisted;
  }

  get current(): Graph {
    if (!this.#current) throw new Error('No supergraph has been loaded');
    return this.#current;
  }

  /** Rejects with `SupergraphRefused`; what is in service stays. */
  load(sdl: string): Promise<void> {
    const loaded = this.#loading.then(() => this.#load(sdl));
    this.#loading = loaded.catch(() => undefined);
    return loaded;
  }

  async #load(sdl: string): Promise<void> {
    const supergraph = loadSupergraph(sdl);
    const endpoints = new Map(supergraph.subgraphs.map(({ name, url }) => [name, this.#endpointFor(name, url)]));
    const graph = new Graph(supergraph, endpoints, this.#options.settings, this.#metrics);
    // The first is not waited for any longer than it must be; whoever listens has it warmed then.
    if (this.#current) await this.#warm(graph);
    this.#current = graph;
    this.#metrics.supergraphLoad(true);
  }

  /** For a watched file: what cannot be served is reported and left alone. */
  async tryLoad(sdl: string): Promise<void> {
    try {
      await this.load(sdl);
      this.#options.log.info('the changed supergraph is in service');
    } catch (err) {
      this.#metrics.supergraphLoad(false);
      this.#options.log.error({ err }, 'the changed supergraph is refused; the one before stays in service');
    }
  }

  subgraphStates(): readonly { readonly name: string; readonly state: string }[] {
    return [...this.current.endpoints.values()].map((endpoint) => ({
      name: endpoint.name,
      state: 'state' in endpoint && typeof endpoint.state === 'string' ? endpoint.state : 'closed',
    }));
  }

  /** Plans what clients have registered, so that the first of them need not wait. */
  warm(): Promise<void> {
    return this.#warm(this.current);
  }

  async destroy(): Promise<void> {
    this.#isDestroyed = true;
    await this.#loading;
    await Promise.all([...this.#endpoints.values()].map(destroyed));
  }

  #endpointFor(name: string, url: string): SubgraphEndpoint {
    const key = `${name} ${url}`;
    const endpoint = this.#endpoints.get(key) ?? this.#options.endpointFor(name, url, this.#onBreaker);
    this.#endpoints.set(key, endpoint);
    return endpoint;
  }

  /** Lets requests pass between one operation and the next. */
  async #warm(graph: Graph): Promise<void> {
    for (const { client, operations } of this.#persisted.manifests) {
      for (const { name, body } of operations) {
        await pause();
        if (this.#isDestroyed) return;
        try {
          for (const prepared of graph.prepare(body).values()) graph.planned.for(prepared, anyViewer);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          this.#options.log.warn(
            { client, operation: name, problem: error.message },
            'a registered operation does not fit the supergraph',
          );
        }
      }
    }
  }
}

/** With every scope nothing is filtered; viewers for whom nothing is filtered share its plans. */
const anyViewer: Viewer = { kind: 'service', service: 'router', companyId: '', scopes: new Set<Scope>(scopes) };

async function destroyed(endpoint: SubgraphEndpoint): Promise<void> {
  if ('destroy' in endpoint && typeof endpoint.destroy === 'function') await endpoint.destroy();
}
