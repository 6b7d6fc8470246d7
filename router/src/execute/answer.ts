import type { GraphQLError } from 'graphql';
import type { Data } from './subgraph-data.ts';

/** The answer to an operation that was executed. */
export class Answer {
  readonly data: Data | null;
  readonly errors: readonly GraphQLError[];
  #json: string | undefined;

  constructor(data: Data | null, errors: readonly GraphQLError[]) {
    this.data = data;
    this.errors = errors;
  }

  /** Made once, however many requests share the answer. Errors first, as the specification advises. */
  get json(): string {
    this.#json ??= JSON.stringify(
      this.errors.length > 0 ? { errors: this.errors, data: this.data } : { data: this.data },
    );
    return this.#json;
  }
}
