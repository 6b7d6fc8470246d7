import type { BreakerState } from '@teei/runtime/breaker';
import { Counter, Gauge, type Registry } from 'prom-client';
import { DurationHistogram } from './duration-histogram.ts';

/** What the router tells Prometheus. Operation names are taken from manifests only: clients must not make up series. */
export class RouterMetrics {
  readonly registry: Registry;
  readonly #requests: DurationHistogram;
  readonly #fetches: DurationHistogram;
  readonly #refusals: Counter<'code'>;
  readonly #breakers: Gauge<'subgraph'>;
  readonly #subscriptions: Gauge;
  readonly #sockets: Gauge;
  readonly #reloads: Counter<'result'>;
  readonly #names: ReadonlySet<string>;
  readonly #planHits: Counter.Internal;
  readonly #planMisses: Counter.Internal;

  constructor(registry: Registry, operationNames: Iterable<string>) {
    const registers = [registry];
    this.registry = registry;
    this.#names = new Set(operationNames);
    this.#requests = new DurationHistogram({
      name: 'router_request_duration_seconds',
      help: 'From the first byte of an operation to its answer',
      labelNames: ['operation', 'outcome'],
      buckets: durations,
      registers,
    });
    this.#fetches = new DurationHistogram({
      name: 'router_subgraph_fetch_duration_seconds',
      help: 'One fetch from a subgraph, with its retries',
      labelNames: ['subgraph', 'outcome'],
      buckets: durations,
      registers,
    });
    const plans = new Counter({
      name: 'router_plan_lookups_total',
      help: 'Query plans found in the cache or made',
      labelNames: ['result'],
      registers,
    });
    this.#planHits = plans.labels('hit');
    this.#planMisses = plans.labels('miss');
    this.#refusals = new Counter({
      name: 'router_refusals_total',
      help: 'Requests that the router did not serve',
      labelNames: ['code'],
      registers,
    });
    this.#breakers = new Gauge({
      name: 'router_subgraph_breaker',
      help: 'Circuit breaker: 0 closed, 1 half-open, 2 open',
      labelNames: ['subgraph'],
      registers,
    });
    this.#subscriptions = new Gauge({ name: 'router_subscriptions', help: 'Subscriptions open', registers });
    this.#sockets = new Gauge({ name: 'router_sockets', help: 'WebSocket connections open', registers });
    this.#reloads = new Counter({
      name: 'router_supergraph_loads_total',
      help: 'Supergraphs put into service or refused',
      labelNames: ['result'],
      registers,
    });
  }

  request(operation: string | undefined, outcome: 'ok' | 'errors' | 'refused', seconds: number): void {
    this.#requests.add(this.#bounded(operation), outcome, seconds);
  }

  fetch(subgraph: string, seconds: number, succeeded: boolean): void {
    this.#fetches.add(subgraph, succeeded ? 'ok' : 'failed', seconds);
  }

  planLookup(hit: boolean): void {
    (hit ? this.#planHits : this.#planMisses).inc();
  }

  refusal(code: string): void {
    this.#refusals.inc({ code });
  }

  breaker(subgraph: string, state: BreakerState): void {
    this.#breakers.set({ subgraph }, { closed: 0, 'half-open': 1, open: 2 }[state]);
  }

  subscriptions(change: 1 | -1): void {
    this.#subscriptions.inc(change);
  }

  sockets(change: 1 | -1): void {
    this.#sockets.inc(change);
  }

  supergraphLoad(succeeded: boolean): void {
    this.#reloads.inc({ result: succeeded ? 'served' : 'refused' });
  }

  #bounded(operation: string | undefined): string {
    return operation !== undefined && this.#names.has(operation) ? operation : 'other';
  }
}

/** Seconds. */
const durations = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
