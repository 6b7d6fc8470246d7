import type { FetchNode } from '@apollo/query-planner';
import { type ExecutionResult, GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { refusalError } from '../refusal.ts';
import type { Path } from './subgraph-data.ts';
import { SubgraphUnavailable } from './subgraph-unavailable.ts';

/** Gathers what goes wrong during one operation, in the words that the client may read. */
export class RouterErrors {
  readonly list: GraphQLError[] = [];
  readonly #policy: ErrorPolicy;
  readonly #correlationId: string;

  constructor(policy: ErrorPolicy, correlationId: string) {
    this.#policy = policy;
    this.#correlationId = correlationId;
  }

  add(error: GraphQLError): void {
    this.list.push(error);
  }

  addFromSubgraph(error: SubgraphError, subgraph: string, path: readonly (string | number)[] | undefined): void {
    const code = error.extensions.code;
    const isExpected = typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR';
    if (!isExpected) this.#policy.onUnexpected(error, subgraph, this.#correlationId);
    const isShown = isExpected || !this.#policy.settings.maskErrors;
    const extensions = isShown
      ? { code: 'DOWNSTREAM_SERVICE_ERROR', ...withoutTrace(error.extensions) }
      : this.#masked();
    const message = isShown ? error.message : unexpected;
    this.add(new GraphQLError(message, { ...(path ? { path } : {}), extensions: { ...extensions, subgraph } }));
  }

  /** The fetch brought nothing at all. `place` is the plan's path; the error stands where its first list begins. */
  addFailedFetch(error: unknown, node: FetchNode, place: readonly (string | number)[]): void {
    const path = pathOfFetch(node, place);
    if (error instanceof SubgraphUnavailable) {
      const extensions = { subgraph: node.serviceName };
      this.add(refusalError('SUBGRAPH_UNAVAILABLE', error.message, { ...(path ? { path } : {}), extensions }));
      return;
    }
    this.#policy.onUnexpected(error, node.serviceName, this.#correlationId);
    const message = this.#policy.settings.maskErrors || !(error instanceof Error) ? unexpected : error.message;
    this.add(
      new GraphQLError(message, {
        ...(path ? { path } : {}),
        extensions: { ...this.#masked(), subgraph: node.serviceName },
      }),
    );
  }

  /** A subgraph broke the schema's promise. Said only where no other error explains the null. */
  addBrokenPromise(message: string, path: Path): void {
    if (this.list.some((error) => isAbout(error.path, path))) return;
    this.add(
      new GraphQLError(message, {
        path,
        extensions: { code: 'INVALID_SUBGRAPH_RESPONSE', correlationId: this.#correlationId },
      }),
    );
  }

  #masked(): GraphQLErrorExtensions {
    return { code: 'INTERNAL_SERVER_ERROR', correlationId: this.#correlationId };
  }
}

export interface ErrorPolicy {
  readonly settings: { readonly maskErrors: boolean };
  /** For the log: clients are not told. */
  onUnexpected(error: unknown, subgraph: string, correlationId: string): void;
}

export interface SubgraphError {
  readonly message: string;
  readonly path: Path | undefined;
  readonly extensions: GraphQLErrorExtensions;
}

/** A subgraph's errors, whether they are objects of graphql-js or JSON that claims to be such. */
export function errorsOf(errors: ExecutionResult['errors']): readonly SubgraphError[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error: Partial<GraphQLError> | null) => ({
    message: typeof error?.message === 'string' ? error.message : 'The subgraph gave no reason',
    path: Array.isArray(error?.path) ? [...error.path] : undefined,
    extensions: error?.extensions ?? {},
  }));
}

const unexpected = 'Unexpected error';

/** Subgraphs in development mode send stack traces; they are for the log. */
function withoutTrace(extensions: GraphQLErrorExtensions): GraphQLErrorExtensions {
  const { stacktrace: _, exception: __, ...rest } = extensions;
  return rest;
}

function pathOfFetch(node: FetchNode, place: readonly (string | number)[]): Path | undefined {
  const list = place.indexOf('@');
  const known = list < 0 ? [...place] : place.slice(0, list);
  if (known.length > 0) return known;
  const keys = rootKeysOf(node);
  return keys.length === 1 ? keys : undefined;
}

function rootKeysOf(node: FetchNode): string[] {
  const definition = node.operationDocumentNode?.definitions[0];
  if (definition?.kind !== 'OperationDefinition') return [];
  return definition.selectionSet.selections.flatMap((selection) =>
    selection.kind === 'Field' ? [selection.alias?.value ?? selection.name.value] : [],
  );
}

/** One place lies on the way to the other, or the error says nothing about its place. */
function isAbout(errorPath: readonly (string | number)[] | undefined, path: Path): boolean {
  if (!errorPath) return true;
  const shared = Math.min(errorPath.length, path.length);
  for (let index = 0; index < shared; index++) if (errorPath[index] !== path[index]) return false;
  return true;
}
