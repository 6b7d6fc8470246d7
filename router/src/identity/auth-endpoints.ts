import { setTimeout as delay } from 'node:timers/promises';
import { type Auth, addressHeader } from './create-auth.ts';

/**
 * What of better-auth is served. A list of what is allowed, because the library and its plugins bring fifty endpoints
 * more: registering and changing providers, linking accounts, signing up.
 */
const served = new Set([
  '/ok',
  '/jwks',
  '/token',
  '/sign-in/email',
  '/sign-in/sso',
  '/sign-out',
  '/get-session',
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/change-password',
  '/update-user',
  '/request-password-reset',
  '/reset-password',
  '/invitation/look',
  '/invitation/accept',
  '/invitation/join',
]);
const servedBelow = '/sso/callback/';
const basePath = '/api/auth';

/** Answers `/api/auth/*`. `address` is the sender's, as the router knows it; what a client claims is not believed. */
export function createAuthEndpoints(auth: Auth): (request: Request, address?: string) => Promise<Response> {
  return async (request, address) => {
    const { pathname } = new URL(request.url);
    const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : '';
    if (!served.has(path) && !isCallback(path)) return notServed();
    const headers = new Headers(request.headers);
    headers.delete(addressHeader);
    if (address !== undefined) headers.set(addressHeader, address);
    const answer = auth.handler(new Request(request, { headers }));
    if (path === '/request-password-reset') await delay(resetAnswerMilliseconds);
    return answer;
  };
}

/** Longer than it takes to store a mail, so that time does not tell whether an address has an account. */
const resetAnswerMilliseconds = 400;

function isCallback(path: string): boolean {
  return path.startsWith(servedBelow) && /^[a-z0-9.-]+$/.test(path.slice(servedBelow.length));
}

function notServed(): Response {
  const body = { code: 'NOT_FOUND', message: 'There is nothing here.' };
  return Response.json(body, { status: 404 });
}
