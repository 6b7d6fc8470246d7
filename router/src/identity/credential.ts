import type { IncomingHttpHeaders } from 'node:http';
import { apiKeyStart, readApiKey } from '@teei/runtime/api-key';

/** What a request shows to prove who sent it, before anything is looked up. */
export type Credential =
  | { readonly kind: 'none' }
  | { readonly kind: 'session'; readonly cookie: string }
  | { readonly kind: 'jwt'; readonly token: string }
  | { readonly kind: 'apiKey'; readonly hash: string }
  /** Something is there that cannot be right; it is refused, never taken for nothing. */
  | { readonly kind: 'unreadable'; readonly what: 'apiKey' | 'authorization' };

/** A key in a header of its own goes before `Authorization`, and both before the cookie that a browser adds by itself. */
export function credentialIn(headers: IncomingHttpHeaders, sessionCookie: string): Credential {
  const apiKey = single(headers['x-api-key']);
  if (apiKey !== undefined) return asApiKey(apiKey);
  if (headers.authorization !== undefined) return asAuthorization(headers.authorization);
  const cookie = cookieIn(headers.cookie ?? '', sessionCookie);
  return cookie === undefined ? { kind: 'none' } : { kind: 'session', cookie };
}

/** The company that the sender wants to work in; undefined leaves it to us. */
export function companyAskedFor(headers: IncomingHttpHeaders): string | undefined {
  return single(headers['x-company-id']);
}

/** Headers of a WebSocket: what a browser cannot send with the upgrade comes in `connection_init` instead. */
export function withConnectionParams(
  headers: IncomingHttpHeaders,
  params: Readonly<Record<string, unknown>>,
): IncomingHttpHeaders {
  const given = new Map(Object.entries(params).map(([name, value]) => [name.toLowerCase(), value]));
  const merged: IncomingHttpHeaders = { ...headers };
  for (const [header, names] of Object.entries(parameterNames)) {
    const value = names.map((name) => given.get(name)).find((one) => one !== undefined && one !== null);
    // A value of another type is a mistake of the sender: it is refused as unreadable, not passed over.
    if (value !== undefined) merged[header] = typeof value === 'string' ? value : '';
  }
  return merged;
}

const parameterNames = {
  authorization: ['authorization'],
  'x-api-key': ['x-api-key', 'apikey'],
  'x-company-id': ['x-company-id', 'companyid'],
} as const;

function asApiKey(text: string): Credential {
  const read = readApiKey(text.trim());
  return read.ok ? { kind: 'apiKey', hash: read.hash } : { kind: 'unreadable', what: 'apiKey' };
}

function asAuthorization(header: string): Credential {
  const token = /^Bearer +(\S+)$/i.exec(header.trim())?.[1];
  if (token === undefined) return { kind: 'unreadable', what: 'authorization' };
  return token.startsWith(apiKeyStart) ? asApiKey(token) : { kind: 'jwt', token };
}

function cookieIn(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, ...value] = part.split('=');
    if (key?.trim() === name) return value.join('=').trim();
  }
  return undefined;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
