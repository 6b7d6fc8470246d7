import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';

/**
 * Every reason for which the router itself refuses. `status` is the HTTP status under
 * `application/graphql-response+json`; `transport` refusals carry it under `application/json` too, because there the
 * request never became a GraphQL request (GraphQL over HTTP, 6.4.1).
 */
const refusals = {
  BAD_REQUEST: {
    status: 400,
    transport: true,
    remedy: 'Send one GraphQL request as JSON: { "query": "...", "variables": {} }.',
  },
  BATCHING_REFUSED: {
    status: 400,
    transport: true,
    remedy: 'Send one operation per request; HTTP/1.1 keep-alive or HTTP/2 makes that cheap.',
  },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, transport: true, remedy: 'Send the body as application/json in UTF-8.' },
  NOT_ACCEPTABLE: {
    status: 406,
    transport: true,
    remedy: 'Accept application/graphql-response+json or application/json.',
  },
  METHOD_NOT_ALLOWED: { status: 405, transport: true, remedy: 'Use POST, or GET for a query.' },
  CSRF_REFUSED: {
    status: 400,
    transport: true,
    remedy:
      'Add a header that makes the browser ask first, such as "apollo-require-preflight: true" or "content-type: application/json".',
  },
  ORIGIN_REFUSED: { status: 403, transport: true, remedy: 'Add the origin to the router setting "origins".' },
  BODY_TOO_LARGE: { status: 413, transport: true, remedy: 'Send less: files go to /uploads, long lists in pages.' },
  RATE_LIMITED: { status: 429, transport: true, remedy: 'Wait as long as the Retry-After header says and try again.' },
  UNAUTHENTICATED: { status: 401, transport: true, remedy: 'Sign in again, or send a valid API key.' },
  SHUTTING_DOWN: { status: 503, transport: true, remedy: 'Try again at once; another instance answers.' },
  MUTATION_BY_GET: { status: 405, transport: true, remedy: 'Send mutations by POST.' },
  GRAPHQL_PARSE_FAILED: { status: 400, transport: false, remedy: 'Correct the syntax at the location given.' },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    transport: false,
    remedy: 'Correct the operation at the location given; the schema is published with this release.',
  },
  OPERATION_NOT_FOUND: {
    status: 400,
    transport: false,
    remedy: 'Name one of the operations in the document as operationName.',
  },
  VARIABLES_INVALID: { status: 400, transport: false, remedy: 'Send each variable as its type in the operation says.' },
  SUBSCRIPTION_OVER_HTTP: {
    status: 400,
    transport: false,
    remedy: 'Subscribe over WebSocket on the same path, with the graphql-transport-ws protocol.',
  },
  INTROSPECTION_DISABLED: {
    status: 400,
    transport: false,
    remedy: 'Use the published schema, or a router that is not in production mode.',
  },
  OPERATION_TOO_DEEP: { status: 400, transport: false, remedy: 'Split the operation, or ask for fewer levels.' },
  TOO_MANY_FIELDS: { status: 400, transport: false, remedy: 'Split the operation, or ask for fewer fields.' },
  TOO_MANY_ROOT_FIELDS: { status: 400, transport: false, remedy: 'Send the root fields in several operations.' },
  TOO_MANY_ALIASES: { status: 400, transport: false, remedy: 'Ask for lists instead of many aliased single fields.' },
  TOO_MANY_DIRECTIVES: { status: 400, transport: false, remedy: 'Use fewer directives.' },
  TOO_MANY_TOKENS: { status: 400, transport: false, remedy: 'Send a shorter operation, with its values as variables.' },
  CIRCULAR_FRAGMENT: { status: 400, transport: false, remedy: 'Take the fragment out of itself.' },
  OPERATION_TOO_COSTLY: {
    status: 400,
    transport: false,
    remedy: 'Ask for smaller pages ("first") or for fewer nested lists.',
  },
  QUERY_BUDGET_SPENT: {
    status: 429,
    transport: false,
    remedy: 'Ask for less, with smaller pages, or again after midnight UTC. What the cockpit asks costs nothing.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 400,
    transport: false,
    remedy: 'Send the query text along with its hash, or register the operation in the client manifest.',
  },
  PERSISTED_QUERY_MISMATCH: { status: 400, transport: false, remedy: 'Send the SHA-256 of exactly the query text.' },
  PERSISTED_QUERY_ONLY: {
    status: 403,
    transport: false,
    remedy:
      'Call one of the operations of the client manifest by its documentId; ask for new operations to be registered.',
  },
  OWN_OPERATIONS_OFF: {
    status: 403,
    transport: false,
    remedy: 'Use the cockpit, or ask an administrator of your company to switch operations of your own on for you.',
  },
  UNAUTHORIZED_FIELD_OR_TYPE: {
    status: 403,
    transport: false,
    remedy: 'Leave the field out, or ask an administrator for the scope that it needs.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    transport: true,
    remedy: 'Send a key of 1 to 255 visible ASCII characters, such as a random UUID; a new one for each new mutation.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    transport: true,
    remedy: 'Send what is new under a key of its own; a repeated request must be the same to the last variable.',
  },
  IDEMPOTENCY_KEY_IN_FLIGHT: {
    status: 409,
    transport: true,
    remedy: 'Wait as long as the Retry-After header says and send the same request again: it gets the answer.',
  },
  IDEMPOTENCY_OUTCOME_UNKNOWN: {
    status: 409,
    transport: true,
    remedy: 'Look whether the mutation took effect; if it did not, send it under a new key.',
  },
  IDEMPOTENCY_NOT_SERVED: {
    status: 501,
    transport: true,
    remedy: 'Send the request without an idempotency key, or to a router with a database.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 503,
    transport: false,
    remedy: 'Try again later; the rest of the answer is complete.',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    status: 429,
    transport: false,
    remedy: 'End a subscription on this socket, or open another socket.',
  },
  INTERNAL_SERVER_ERROR: { status: 500, transport: true, remedy: 'Try again; if it stays, report the correlation id.' },
} as const satisfies Record<string, { readonly status: number; readonly transport: boolean; readonly remedy: string }>;

export type RefusalCode = keyof typeof refusals;

/** A request that the router does not serve: expected, worded for the sender, with a stable code and a remedy. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly errors: readonly GraphQLError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: RefusalCode, problem: string | readonly GraphQLError[], retryAfterSeconds?: number) {
    const errors = typeof problem === 'string' ? [refusalError(code, problem)] : problem;
    super(errors[0]?.message ?? code);
    this.name = 'Refusal';
    this.code = code;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status(): number {
    return refusals[this.code].status;
  }

  get isOfTransport(): boolean {
    return refusals[this.code].transport;
  }
}

export function refusalError(
  code: RefusalCode,
  message: string,
  more: { readonly path?: readonly (string | number)[]; readonly extensions?: GraphQLErrorExtensions } = {},
): GraphQLError {
  return new GraphQLError(message, {
    ...(more.path ? { path: more.path } : {}),
    extensions: { code, ...more.extensions, remedy: refusals[code].remedy },
  });
}

/** The same error with our code and remedy, its message and locations kept. */
export function withCode(error: GraphQLError, code: RefusalCode): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes ? { nodes: error.nodes } : {}),
    ...(error.source ? { source: error.source } : {}),
    ...(error.positions ? { positions: error.positions } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions: { code, remedy: refusals[code].remedy },
  });
}
