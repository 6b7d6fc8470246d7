import type { OperationPassport, SubgraphOperation } from '@teei/runtime/subgraph';
import type { Viewer } from '@teei/runtime/viewer';
import { viewerTokenHeader } from '@teei/runtime/viewer-token';
import type { ExecutionResult } from 'graphql';
import { type Dispatcher, Pool } from 'undici';

/** GraphQL over HTTP towards one subgraph, over connections that are kept. */
export class HttpTransport {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #signViewer: ((viewer: Viewer) => Promise<string>) | undefined;

  constructor(options: { readonly url: string; readonly signViewer?: (viewer: Viewer) => Promise<string> }) {
    const url = new URL(options.url);
    this.#path = `${url.pathname}${url.search}`;
    this.#signViewer = options.signViewer;
    // Longer than any gap in traffic, shorter than what Node's server allows by default (5 s), or requests race with its close.
    this.#pool = new Pool(url.origin, { connections: 64, keepAliveTimeout: 4000, connect: { timeout: 2000 } });
  }

  /** Rejects when there is no GraphQL answer: connection refused, a status of 5xx, something that is not JSON. */
  async send(
    operation: SubgraphOperation,
    passport: OperationPassport & { readonly signal: AbortSignal },
  ): Promise<ExecutionResult> {
    const { query, operationName, variables } = operation;
    const response = await this.#pool.request({
      method: 'POST',
      path: this.#path,
      headers: await this.#headersFor(passport),
      body: JSON.stringify({ query, operationName, variables }),
      signal: passport.signal,
    });
    return resultOf(response);
  }

  async destroy(): Promise<void> {
    await this.#pool.close();
  }

  async #headersFor(passport: OperationPassport): Promise<Record<string, string>> {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'x-correlation-id': passport.correlationId,
    };
    if (passport.traceparent !== undefined) headers.traceparent = passport.traceparent;
    if (this.#signViewer) headers[viewerTokenHeader] = await this.#signViewer(passport.viewer);
    return headers;
  }
}

/** A 4xx with a GraphQL body is the subgraph's answer; a 5xx comes from whatever stands in for it. */
async function resultOf({ statusCode, body }: Dispatcher.ResponseData): Promise<ExecutionResult> {
  if (statusCode >= 500) {
    await body.dump();
    throw new Error(`status ${statusCode}`);
  }
  const result: unknown = await body.json();
  if (!isResult(result)) throw new Error(`status ${statusCode} and no GraphQL answer`);
  return result;
}

function isResult(value: unknown): value is ExecutionResult {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}
