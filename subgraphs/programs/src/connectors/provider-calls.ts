import { setTimeout as sleep } from 'node:timers/promises';
import { FetchRefused, type GuardedFetch, type GuardedResponse } from '@teei/runtime/guarded-fetch';
import { z } from 'zod';
import type { ProviderSettings } from '../rows/learning.ts';
import { ProviderFailure } from './provider-failure.ts';

/** Calls to one provider, with the connection's credentials, at a measured pace, and tried again where that can help. */
export interface ProviderCalls {
  /** GETs JSON. Undefined for 404. Throws `ProviderFailure`. */
  json(url: URL, headers?: Readonly<Record<string, string>>): Promise<ProviderAnswer | undefined>;
}

export interface ProviderAnswer {
  readonly body: unknown;
  header(name: string): string | undefined;
}

export interface CallSettings {
  readonly settings: ProviderSettings;
  readonly secret: string;
  readonly scopes: readonly string[];
  /** 5 by default; 1 where a person waits for the answer. */
  readonly tries?: number;
}

export type CallsFor = (settings: CallSettings) => ProviderCalls;

const usualTries = 5;
/** Milliseconds between two calls: ten in a second, which every provider we know of bears. */
const pace = 100;
/** Above this the pull ends and is taken up at its next turn. */
const longestWait = 60_000;
const maximumBytes = 8 * 1024 * 1024;

export function createProviderCalls(
  fetch: GuardedFetch,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): CallsFor {
  return (connection) => {
    const patient = createPatientFetch(fetch, pause, connection.tries ?? usualTries);
    const authorization = createAuthorization(patient, connection);
    const get = async (url: URL, headers: Readonly<Record<string, string>>): Promise<GuardedResponse> =>
      patient(url.href, {
        headers: { accept: 'application/json', ...headers, authorization: await authorization.header() },
        maximumBytes,
      });
    return {
      json: async (url, headers = {}) => {
        let response = await get(url, headers);
        if (response.status === 401 && authorization.renew()) response = await get(url, headers);
        if (response.status === 404) return undefined;
        return { body: jsonOf(response), header: response.header };
      },
    };
  };
}

/** Tries again what may pass by itself, later and later, and no sooner than the provider asks for. */
function createPatientFetch(
  fetch: GuardedFetch,
  pause: (milliseconds: number) => Promise<unknown>,
  tries: number,
): GuardedFetch {
  let next = 0;
  return async (url, options) => {
    for (let attempt = 1; ; attempt++) {
      const early = next - Date.now();
      if (early > 0) await pause(early);
      next = Date.now() + pace;
      const outcome = await attemptOf(() => fetch(url, options));
      if (typeof outcome === 'object') return outcome;
      const wait = Math.max(outcome, 500 * 2 ** (attempt - 1) * (0.5 + Math.random()));
      if (wait > longestWait) throw new ProviderFailure('PROVIDER_RATE_LIMITED');
      if (attempt === tries) throw new ProviderFailure(outcome > 0 ? 'PROVIDER_RATE_LIMITED' : 'PROVIDER_UNREACHABLE');
      await pause(wait);
    }
  };
}

/** The response, or for how many milliseconds the provider asked to be left alone. */
async function attemptOf(call: () => Promise<GuardedResponse>): Promise<GuardedResponse | number> {
  try {
    const response = await call();
    if (![429, 500, 502, 503, 504].includes(response.status)) return response;
    return waitAsked(response.header('retry-after'));
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    if (error.problem === 'TIMEOUT' || error.problem === 'UNREACHABLE') return 0;
    const isAddress = error.problem === 'URL' || error.problem === 'PRIVATE_ADDRESS';
    throw new ProviderFailure(isAddress ? 'PROVIDER_ADDRESS_REFUSED' : 'PROVIDER_ANSWER', error);
  }
}

/** RFC 9110, 10.2.3: seconds, or a date. */
function waitAsked(retryAfter: string | undefined): number {
  if (retryAfter === undefined) return 0;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1_000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now());
}

interface Authorization {
  header(): Promise<string>;
  /** Whether there is another token to be had. */
  renew(): boolean;
}

function createAuthorization(fetch: GuardedFetch, { settings, secret, scopes }: CallSettings): Authorization {
  const { tokenUrl, clientId } = settings;
  const basic = `Basic ${Buffer.from(`${clientId ?? ''}:${secret}`).toString('base64')}`;
  if (!tokenUrl) {
    const header = clientId ? basic : `Bearer ${secret}`;
    return { header: async () => header, renew: () => false };
  }
  // RFC 6749, 2.3.1: id and secret are form-encoded before they are joined.
  const client = `Basic ${Buffer.from(`${encodeURIComponent(clientId ?? '')}:${encodeURIComponent(secret)}`).toString('base64')}`;
  let token: { readonly value: string; readonly until: number } | undefined;
  return {
    header: async () => {
      if (!token || token.until <= Date.now()) token = await askForToken(fetch, tokenUrl, client, scopes);
      return `Bearer ${token.value}`;
    },
    renew: () => {
      token = undefined;
      return true;
    },
  };
}

const granted = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().optional() });

async function askForToken(fetch: GuardedFetch, url: string, authorization: string, scopes: readonly string[]) {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scopes.length > 0) form.set('scope', scopes.join(' '));
  const headers = { authorization, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(url, { method: 'POST', headers, body: form.toString() });
  if (response.status === 400) throw new ProviderFailure('PROVIDER_UNAUTHORIZED');
  const parsed = granted.safeParse(jsonOf(response));
  if (!parsed.success) throw new ProviderFailure('PROVIDER_ANSWER');
  // A minute early, so that a token does not end on its way.
  const until = Date.now() + Math.max(0, (parsed.data.expires_in ?? 300) - 60) * 1_000;
  return { value: parsed.data.access_token, until };
}

function jsonOf({ status, text }: GuardedResponse): unknown {
  if (status === 401 || status === 403) throw new ProviderFailure('PROVIDER_UNAUTHORIZED');
  if (status !== 200) throw new ProviderFailure('PROVIDER_ANSWER');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProviderFailure('PROVIDER_ANSWER', error);
  }
}
