import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What the router tells Prometheus. Operation names are taken from manifests only: clients must not make up series. */
export class RouterMetrics {
  readonly registry: Registry;
  readonly #requests: Histogram<'operation' | 'outcome'>;
  readonly #fetches: Histogram<'subgraph' | 'outcome'>;
  readonly #plans: Counter<'result'>;
  readonly #refusals: Counter<'code'>;
  readonly #breakers: Gauge<'subgraph'>;
  readonly #subscriptions: Gauge;
  readonly #sockets: Gauge;
  readonly #reloads: Counter<'result'>;
  readonly #names: ReadonlySet<string>;
  readonly #requestSeries = new Map<string, Histogram.Internal<string>>();
  readonly #fetchSeries = new Map<string, Histogram.Internal<string>>();

  constructor(registry: Registry, operationNames: Iterable<string>) {
    const registers = [registry];
    this.registry = registry;
    this.#names = new Set(operationNames);
    this.#requests = new Histogram({
      name: 'router_request_duration_seconds',
      help: 'From the first byte of an operation to its answer',
      labelNames: ['operation', 'outcome'],
      buckets: durations,
      registers,
    });
    this.#fetches = new Histogram({
      name: 'router_subgraph_fetch_duration_seconds',
      help: 'One fetch from a subgraph, with its retries',
      labelNames: ['subgraph', 'outcome'],
      buckets: durations,
      registers,
    });
    this.#plans = new Counter({
      name: 'router_plan_lookups_total',
      help: 'Query plans found in the cache or made',
      labelNames: ['result'],
      registers,
    });
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
    this.#child(this.#requests, this.#bounded(operation), outcome).observe(seconds);
  }

  fetch(subgraph: string, seconds: number, succeeded: boolean): void {
    this.#child(this.#fetches, subgraph, succeeded ? 'ok' : 'failed').observe(seconds);
  }

  planLookup(hit: boolean): void {
    this.#plans.inc({ result: hit ? 'hit' : 'miss' });
  }

  refusal(code: string): void {
    this.#refusals.inc({ code });
  }

  breaker(subgraph: string, state: 'closed' | 'half-open' | 'open'): void {
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

  /** Looking a series up by its labels costs more than the observation; there are few of them. */
  #child(histogram: Histogram<string>, label: string, outcome: string): Histogram.Internal<string> {
    const key = `${label} ${outcome}`;
    const children = histogram === this.#requests ? this.#requestSeries : this.#fetchSeries;
    const known = children.get(key) ?? histogram.labels(label, outcome);
    children.set(key, known);
    return known;
  }

  #bounded(operation: string | undefined): string {
    return operation !== undefined && this.#names.has(operation) ? operation : 'other';
  }
}

/** Seconds. */
const durations = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
