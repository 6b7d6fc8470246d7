import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What a person is told when a request went wrong: a stable code, and the sentence that the server wrote for it. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** By which the operators find the request in their logs. */
  readonly correlationId: string | null;
}

export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const [first] = error.errors;
    return {
      code: String(first?.extensions?.code ?? 'GRAPHQL_ERROR'),
      message: first?.message ?? error.message,
      correlationId: textOrNull(first?.extensions?.correlationId),
    };
  }
  if (ServerError.is(error)) return { code: `HTTP_${error.statusCode}`, message: error.message, correlationId: null };
  if (error instanceof TypeError) return { code: 'NETWORK', message: error.message, correlationId: null };
  return { code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error), correlationId: null };
}

export function isSignedOut(error: unknown): boolean {
  return ['UNAUTHENTICATED', 'HTTP_401'].includes(failureOf(error).code);
}

/** Whether the answer is incomplete because the viewer lacks a scope, rather than because something broke. */
export function isForbidden(error: unknown): boolean {
  if (!CombinedGraphQLErrors.is(error)) return false;
  return error.errors.some(({ extensions }) => /^(UNAUTHORIZED|FORBIDDEN)/.test(String(extensions?.code ?? '')));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
