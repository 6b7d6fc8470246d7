import type { GraphQLError } from 'graphql';
import type { Data } from './subgraph-data.ts';

/** The answer to an operation that was executed. */
export interface Answer {
  readonly data: Data | null;
  readonly errors: readonly GraphQLError[];
}

/** The same as JSON text, made once, however many requests share it. */
export interface WrittenAnswer {
  readonly json: string;
  readonly hasErrors: boolean;
  /** It is the answer to an earlier request with the same idempotency key. */
  readonly isReplayed?: boolean;
}

/** Errors first, as the specification advises. `data` is JSON. */
export function writtenAnswer(data: string, errors: readonly GraphQLError[]): WrittenAnswer {
  const hasErrors = errors.length > 0;
  return { json: hasErrors ? `{"errors":${JSON.stringify(errors)},"data":${data}}` : `{"data":${data}}`, hasErrors };
}
