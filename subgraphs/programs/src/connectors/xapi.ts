import { z } from 'zod';
import { readStatement } from '../domain/learning/read-statement.ts';
import type { ProviderAdapter } from './adapter.ts';
import { below } from './below.ts';
import { ProviderFailure } from './provider-failure.ts';
import { readCursor } from './read-cursor.ts';

const cursor = z.object({
  /** Statements stored after this instant are new. */
  since: z.string().nullable(),
  /** Where the record store said that the list goes on. */
  more: z.string().nullable(),
  /** The newest instant met so far. */
  newest: z.string().nullable(),
});
const answer = z.looseObject({ statements: z.array(z.unknown()), more: z.string().optional() });
const stored = z.looseObject({ stored: z.string() });
const pageSize = '200';

/**
 * Any learning record store: GET /statements, oldest first, with `since` and `more` (xAPI 1.0.3, Communication 2.1.3).
 * A voided statement is not listed any more; the one that voids it is, and takes it back.
 */
export const xapi: ProviderAdapter = {
  scopes: [],
  page: async (calls, { baseUrl }, text) => {
    const at = readCursor(cursor, text, { since: null, more: null, newest: null });
    const response = await calls.json(addressOf(baseUrl, at), { 'x-experience-api-version': '1.0.3' });
    const parsed = answer.safeParse(response?.body);
    if (!parsed.success) throw new ProviderFailure('PROVIDER_ANSWER');
    const { statements, more = '' } = parsed.data;
    const read = statements.map(readStatement);
    const newest = newestOf(statements, at.newest);
    const goesOn = more !== '';
    const next = goesOn ? { ...at, more, newest } : { since: newest ?? at.since, more: null, newest: null };
    const records = read.filter((each) => each !== undefined);
    return { records, passedOver: read.length - records.length, cursor: JSON.stringify(next), more: goesOn };
  },
};

function addressOf(baseUrl: string, { since, more }: z.infer<typeof cursor>): URL {
  if (more === null) {
    return below(baseUrl, 'statements', { ascending: 'true', limit: pageSize, ...(since === null ? {} : { since }) });
  }
  const url = new URL(more, baseUrl);
  // With the connection's credentials nobody but the store itself is called.
  if (url.origin !== new URL(baseUrl).origin) throw new ProviderFailure('PROVIDER_ANSWER');
  return url;
}

function newestOf(statements: readonly unknown[], before: string | null): string | null {
  let newest = before;
  for (const each of statements) {
    const at = stored.safeParse(each).data?.stored;
    if (at !== undefined && !Number.isNaN(Date.parse(at)) && (newest === null || Date.parse(at) > Date.parse(newest)))
      newest = at;
  }
  return newest;
}
