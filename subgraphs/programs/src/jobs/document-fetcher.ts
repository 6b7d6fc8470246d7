import { FetchRefused, type GuardedFetch } from '@teei/runtime/guarded-fetch';
import type { Fetched, FetchJson } from '../domain/credential/issuer-key.ts';

/** Milliseconds. Long enough for a batch of one issuer, short enough that a revocation is seen the same day. */
const keepFor = 5 * 60_000;
const keepFailureFor = 30_000;
const mostKept = 500;

/** Issuers' documents and status lists. They are public, so one copy serves all companies. */
export function createDocumentFetcher(fetch: GuardedFetch): FetchJson {
  const kept = new Map<string, { readonly answer: Promise<Fetched>; until: number }>();
  return (url) => {
    const known = kept.get(url);
    if (known && known.until > Date.now()) return known.answer;
    kept.delete(url);
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    const entry = { answer: fetchDocument(fetch, url), until: Date.now() + keepFor };
    kept.set(url, entry);
    return entry.answer.then((answer) => {
      if (!answer.ok) entry.until = Date.now() + keepFailureFor;
      return answer;
    });
  };
}

async function fetchDocument(fetch: GuardedFetch, url: string): Promise<Fetched> {
  try {
    const accept = 'application/did+json, application/vc, application/ld+json, application/json';
    const { status, text } = await fetch(url, { headers: { accept }, timeoutMilliseconds: 5_000 });
    if (status !== 200) return { ok: false, problem: `HTTP ${status}` };
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    if (error instanceof FetchRefused) return { ok: false, problem: error.problem };
    if (error instanceof SyntaxError) return { ok: false, problem: 'NO_JSON' };
    throw error;
  }
}
