import { Refusal } from '../refusal.ts';

/** The parameters of a GraphQL request, whichever way they came. */
export interface OperationRequest {
  readonly query?: string | undefined;
  /** `sha256:<hex>`, in place of the query. */
  readonly documentId?: string | undefined;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Throws `Refusal` unless the value has the form of a GraphQL request; null stands for what is absent. */
export function operationRequestOf(value: unknown): OperationRequest {
  if (Array.isArray(value)) throw new Refusal('BATCHING_REFUSED', 'The request is a batch of operations');
  if (!isObject(value)) throw new Refusal('BAD_REQUEST', 'The request is not a JSON object');
  const request = {
    // graphql-ws demands a text; a client that sends a hash sends an empty one.
    query: textIn(value, 'query') || undefined,
    documentId: textIn(value, 'documentId'),
    operationName: textIn(value, 'operationName'),
    variables: objectIn(value, 'variables'),
    extensions: objectIn(value, 'extensions'),
  };
  if (
    request.query === undefined &&
    request.documentId === undefined &&
    request.extensions?.persistedQuery === undefined
  ) {
    throw new Refusal('BAD_REQUEST', 'The request has neither a query nor a documentId');
  }
  return request;
}

function textIn(value: Record<string, unknown>, name: string): string | undefined {
  const found = value[name] ?? undefined;
  if (found === undefined || typeof found === 'string') return found;
  throw new Refusal('BAD_REQUEST', `"${name}" is not a string`);
}

function objectIn(value: Record<string, unknown>, name: string): Record<string, unknown> | undefined {
  const found = value[name] ?? undefined;
  if (found === undefined || isObject(found)) return found;
  throw new Refusal('BAD_REQUEST', `"${name}" is not an object`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
