import { BoundedMap } from '@teei/runtime/bounded-map';
import type { ApiKeyViewer, Viewer } from '@teei/runtime/viewer';
import type { OperationRequest } from '../operation/operation-request.ts';
import { Refusal } from '../refusal.ts';
import { type PersistedManifest, sha256Of } from './manifest.ts';

/** Finds the text of an operation that is asked for by its hash, and holds API keys to what their client registered. */
export class PersistedOperations {
  readonly manifests: readonly PersistedManifest[];
  readonly #byClient: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly #registered = new Map<string, string>();
  readonly #texts: ReadonlySet<string>;
  /** Texts that clients sent with their hash (Apollo's automatic persisted queries). */
  readonly #automatic = new BoundedMap<string>(1000);

  constructor(manifests: readonly PersistedManifest[]) {
    this.manifests = manifests;
    this.#byClient = new Map(
      manifests.map(({ client, operations }) => [client, new Map(operations.map(({ hash, body }) => [hash, body]))]),
    );
    for (const { operations } of manifests) for (const { hash, body } of operations) this.#registered.set(hash, body);
    this.#texts = new Set(this.#registered.values());
  }

  /** The names of all registered operations. */
  names(): readonly string[] {
    return this.manifests.flatMap(({ operations }) => operations.map(({ name }) => name));
  }

  /** Whether somebody sent a text that nobody has registered. The cockpit sends its own as texts too. */
  isOwnText({ query }: OperationRequest): boolean {
    return query !== undefined && !this.#texts.has(query);
  }

  /** `ofCompany`: what the key's company has registered. Throws `Refusal`. */
  textOf(request: OperationRequest, viewer: Viewer, ofCompany?: ReadonlyMap<string, string>): string {
    const hash = hashOf(request);
    if (viewer.kind === 'apiKey') return this.#textForKey(viewer, hash, request.query, ofCompany);
    if (hash === undefined) {
      if (request.query === undefined)
        throw new Refusal('BAD_REQUEST', 'The request has neither a query nor a documentId');
      return request.query;
    }
    const registered = this.#registered.get(hash);
    if (registered !== undefined) return registered;
    if (request.query === undefined) return this.#automatic.get(hash) ?? notFound();
    this.#keep(hash, request.query);
    return request.query;
  }

  #textForKey(
    { client }: ApiKeyViewer,
    hash: string | undefined,
    query: string | undefined,
    ofCompany?: ReadonlyMap<string, string>,
  ): string {
    if (hash === undefined) throw new Refusal('PERSISTED_QUERY_ONLY', 'An API key may call persisted operations only');
    if (query !== undefined && sha256Of(query) !== hash) mismatch();
    const text = this.#byClient.get(client)?.get(hash) ?? ofCompany?.get(hash);
    if (text !== undefined) return text;
    if (query !== undefined) {
      throw new Refusal('PERSISTED_QUERY_ONLY', `The operation is not in the manifest of the client "${client}"`);
    }
    return notFound();
  }

  #keep(hash: string, query: string): void {
    if (sha256Of(query) !== hash) mismatch();
    if (query.length <= 20_000) this.#automatic.set(hash, query);
  }
}

/** The SHA-256 under which a request names its operation; undefined when it names none. Throws `Refusal` where it can be none. */
export function hashOf(request: OperationRequest): string | undefined {
  if (request.documentId !== undefined) {
    const hash = /^sha256:([0-9a-f]{64})$/.exec(request.documentId)?.[1];
    return hash ?? notFound();
  }
  const persisted = request.extensions?.persistedQuery;
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return undefined;
  const { sha256Hash } = persisted;
  return typeof sha256Hash === 'string' && /^[0-9a-f]{64}$/.test(sha256Hash) ? sha256Hash : notFound();
}

function notFound(): never {
  // Apollo's clients recognise this wording and send the text along.
  throw new Refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
}

function mismatch(): never {
  throw new Refusal('PERSISTED_QUERY_MISMATCH', 'The hash is not the SHA-256 of the query');
}
