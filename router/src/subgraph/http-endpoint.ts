import { setTimeout as sleep } from 'node:timers/promises';
import { Breaker, type BreakerListener, type BreakerState } from '@teei/runtime/breaker';
import type { OperationPassport, SubgraphEndpoint, SubgraphOperation } from '@teei/runtime/subgraph';
import type { Viewer } from '@teei/runtime/viewer';
import type { ExecutionResult } from 'graphql';
import { SubgraphUnavailable } from '../execute/subgraph-unavailable.ts';
import { HealthProbe } from './health-probe.ts';
import { HttpTransport } from './http-transport.ts';
import { WsSubscriber } from './ws-subscriber.ts';

/** A subgraph in another process: GraphQL over HTTP at `url`, subscriptions over graphql-ws at the same path. */
export function createHttpEndpoint(options: HttpEndpointOptions): HttpEndpoint {
  return new HttpEndpoint(options);
}

export interface HttpEndpointOptions {
  readonly name: string;
  readonly url: string;
  /** Signs the viewer for the `x-teei-viewer` header. Without it no viewer is sent: for subgraphs that know none. */
  readonly signViewer?: (viewer: Viewer) => Promise<string>;
  /** Milliseconds for one fetch with its retries. */
  readonly timeout?: number;
  /** Further tries of a query that could not be delivered. Mutations are never tried twice. */
  readonly retries?: number;
  readonly breaker?: { readonly threshold: number; readonly rest: number };
  readonly onBreaker?: BreakerListener;
}

export class HttpEndpoint implements SubgraphEndpoint {
  readonly name: string;
  readonly #transport: HttpTransport;
  readonly #subscriber: WsSubscriber;
  readonly #breaker: Breaker;
  readonly #probe: HealthProbe;
  readonly #timeout: number;
  readonly #retries: number;

  constructor(options: HttpEndpointOptions) {
    this.name = options.name;
    this.#timeout = options.timeout ?? 10_000;
    this.#retries = options.retries ?? 2;
    this.#transport = new HttpTransport(options);
    this.#subscriber = new WsSubscriber(options);
    this.#probe = new HealthProbe(options.url, () => this.#breaker.recovered());
    this.#breaker = new Breaker(options.breaker ?? { threshold: 5, rest: 5000 }, (state) => {
      options.onBreaker?.(options.name, state);
      this.#probe.watch(state === 'open');
    });
    // So that a gauge shows it before it has ever changed.
    options.onBreaker?.(options.name, this.#breaker.state);
  }

  get state(): BreakerState {
    return this.#breaker.state;
  }

  async execute(operation: SubgraphOperation, passport: OperationPassport): Promise<ExecutionResult> {
    const expires = AbortSignal.timeout(this.#timeout);
    const signal = passport.signal ? AbortSignal.any([passport.signal, expires]) : expires;
    const tries = isRead(operation) ? 1 + this.#retries : 1;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(operation, { ...passport, signal });
      } catch (error) {
        if (attempt >= tries || !isWorthRetrying(error) || signal.aborted) throw this.#unavailable(error, expires);
        await pause(attempt, signal);
      }
    }
  }

  subscribe(operation: SubgraphOperation, passport: OperationPassport): ReturnType<SubgraphEndpoint['subscribe']> {
    return this.#subscriber.subscribe(operation, passport);
  }

  async destroy(): Promise<void> {
    this.#probe.watch(false);
    await Promise.all([this.#subscriber.destroy(), this.#transport.destroy()]);
  }

  async #attempt(
    operation: SubgraphOperation,
    passport: OperationPassport & { signal: AbortSignal },
  ): Promise<ExecutionResult> {
    if (!this.#breaker.admits()) throw new SubgraphUnavailable(this.name, 'failed repeatedly and is given a rest');
    try {
      const result = await this.#transport.send(operation, passport);
      this.#breaker.succeeded();
      return result;
    } catch (error) {
      // That the client has left says nothing about the subgraph; a half-open breaker must still come to an end.
      const isOurs = passport.signal.aborted && !isTimeout(passport.signal.reason);
      if (!isOurs || this.#breaker.state === 'half-open') this.#breaker.failed();
      throw error;
    }
  }

  #unavailable(error: unknown, expires: AbortSignal): SubgraphUnavailable {
    if (error instanceof SubgraphUnavailable) return error;
    return new SubgraphUnavailable(this.name, expires.aborted ? 'did not answer in time' : 'is unavailable', error);
  }
}

function isRead(operation: SubgraphOperation): boolean {
  const definition = operation.document?.definitions.find((one) => one.kind === 'OperationDefinition');
  if (definition) return definition.operation === 'query';
  return !/^\s*(mutation|subscription)\b/.test(operation.query);
}

function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof SubgraphUnavailable);
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}

/** 20 to 60 ms, then 40 to 120 ms: long enough for a restart behind a load balancer, short beside a page load. */
async function pause(attempt: number, signal: AbortSignal): Promise<void> {
  const base = 20 * 2 ** (attempt - 1);
  await sleep(base + Math.random() * 2 * base, undefined, { signal }).catch(() => undefined);
}
