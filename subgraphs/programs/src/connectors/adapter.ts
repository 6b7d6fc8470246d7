import type { LearningRecord, RejectedRecord } from '../domain/learning/learning-record.ts';
import type { ProviderLinkRow } from '../rows/learning.ts';
import type { ProviderCalls } from './provider-calls.ts';

/** What an adapter needs to know of a connection. */
export type AdapterLink = Pick<ProviderLinkRow, 'baseUrl' | 'settings'>;

/** Reads one kind of provider. An adapter keeps nothing between two pages: all it has to remember is in the cursor. */
export interface ProviderAdapter {
  /** OAuth 2.0 scopes that a token is asked for with. */
  readonly scopes: readonly string[];
  /**
   * The page behind the cursor; null begins at the beginning. Reading a page twice gives the same records, and a record that
   * changes later comes again on a later page. Throws `ProviderFailure`.
   */
  page(calls: ProviderCalls, link: AdapterLink, cursor: string | null): Promise<ProviderPage>;
}

export interface ProviderPage {
  readonly records: readonly (LearningRecord | RejectedRecord)[];
  /** Of what was read, how many say nothing of courses. */
  readonly passedOver: number;
  readonly cursor: string;
  /** Whether the next page is worth asking for now. */
  readonly more: boolean;
}
