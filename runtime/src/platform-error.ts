import { GraphQLError } from 'graphql';

/** Codes of errors that callers may rely on. Expected refusals are union results instead; see each subgraph's schema. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'CURSOR_INVALID',
  'CURSOR_EXPIRED',
  'PAGE_TOO_LARGE',
  'SERVICE_UNAVAILABLE',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error whose message is meant for the caller. Every other error is masked at the router. */
export class PlatformError extends GraphQLError {
  constructor(code: ErrorCode, message: string, remedy: string) {
    super(message, { extensions: { code, remedy } });
    this.name = 'PlatformError';
  }
}
