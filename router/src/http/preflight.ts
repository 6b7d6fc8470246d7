import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../refusal.ts';
import { mediaTypeOf } from './media-type.ts';

/** Headers that a page of another origin cannot send without asking first (CORS preflight). */
const askFirst = [
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'graphql-preflight',
  'authorization',
  'x-api-key',
];

/** Bodies that a plain HTML form can send (Fetch standard, "CORS-safelisted request-header"). */
const formTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/**
 * Refuses what any page on the web can make a signed-in browser send without the browser asking us first: such a
 * request carries the session cookie, and its answer times are readable even where its answer is not.
 */
export function requirePreflight(headers: IncomingHttpHeaders): void {
  const type = mediaTypeOf(headers['content-type']);
  if (type !== undefined && !formTypes.has(type)) return;
  if (askFirst.some((name) => headers[name] !== undefined)) return;
  throw new Refusal('CSRF_REFUSED', 'A page of another site could have sent this request');
}
