import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, errors, request } from 'undici';

/** Fetches what somebody else named: an issuer's document, a partner's service. Nothing inside our own network is reached. */
export type GuardedFetch = (url: string, options?: GuardedRequest) => Promise<GuardedResponse>;

export interface GuardedRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** 10,000 by default, for the whole exchange. */
  readonly timeoutMilliseconds?: number;
  /** 1 MiB by default. */
  readonly maximumBytes?: number;
}

export interface GuardedResponse {
  readonly status: number;
  /** Of a header in lower case; several of one name are joined by a comma. */
  header(name: string): string | undefined;
  readonly text: string;
}

export type FetchProblem = 'URL' | 'PRIVATE_ADDRESS' | 'REDIRECT' | 'TOO_LARGE' | 'TIMEOUT' | 'UNREACHABLE';

export class FetchRefused extends Error {
  readonly problem: FetchProblem;

  constructor(problem: FetchProblem, cause?: unknown) {
    super(explanations[problem], { cause });
    this.name = 'FetchRefused';
    this.problem = problem;
  }
}

export interface GuardSettings {
  /**
   * Hosts that the operator answers for (`lms.corp.example`, `localhost:8080`): private addresses and plain HTTP are allowed
   * there. For installations on a company's own premises, and for tests.
   */
  readonly allowedHosts: readonly string[];
}

/**
 * HTTPS only, no redirects, limits of time and size. Addresses are checked when the connection is made, so a name that
 * resolves differently the second time (DNS rebinding) gains nothing.
 */
export function createGuardedFetch({ allowedHosts }: GuardSettings): GuardedFetch {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  const guarded = new Agent({ connect: { lookup: publicOnly } });
  const open = new Agent();
  return async (text, options = {}) => {
    const url = urlOf(text);
    const isAllowed = allowed.has(url.host) || allowed.has(url.hostname);
    if (!isAllowed) checkPublic(url);
    try {
      return await exchange(url, options, isAllowed ? open : guarded);
    } catch (error) {
      throw asRefusal(error);
    }
  };
}

async function exchange(url: URL, options: GuardedRequest, dispatcher: Agent): Promise<GuardedResponse> {
  const { statusCode, headers, body } = await request(url, {
    dispatcher,
    method: options.method ?? 'GET',
    headers: { 'user-agent': 'teei-csr-platform', ...options.headers },
    ...(options.body === undefined ? {} : { body: options.body }),
    signal: AbortSignal.timeout(options.timeoutMilliseconds ?? 10_000),
  });
  const limit = options.maximumBytes ?? 1024 * 1024;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new FetchRefused('TOO_LARGE');
    chunks.push(chunk);
  }
  if (statusCode >= 300 && statusCode < 400 && statusCode !== 304) throw new FetchRefused('REDIRECT');
  return {
    status: statusCode,
    header: (name) => {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    throw new FetchRefused('URL');
  return url;
}

/** A literal address is connected to without a lookup, so it is looked at here. */
function checkPublic(url: URL): void {
  if (url.protocol !== 'https:') throw new FetchRefused('URL');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublic(host)) throw new FetchRefused('PRIVATE_ADDRESS');
}

const publicOnly: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublic(address))) {
      return callback(new FetchRefused('PRIVATE_ADDRESS'), '', 0);
    }
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** Only what ipaddr.js calls unicast: not loopback, private, link-local (where clouds keep their metadata), mapped or reserved. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}

function asRefusal(error: unknown): Error {
  if (error instanceof FetchRefused) return error;
  if (error instanceof Error && error.cause instanceof FetchRefused) return error.cause;
  const name = error instanceof Error ? error.name : '';
  const isSlow = name === 'TimeoutError' || name === 'AbortError' || error instanceof errors.HeadersTimeoutError;
  return new FetchRefused(isSlow ? 'TIMEOUT' : 'UNREACHABLE', error);
}

const explanations: Readonly<Record<FetchProblem, string>> = {
  URL: 'Only https addresses without a user name are fetched.',
  PRIVATE_ADDRESS: 'The address lies in a private network.',
  REDIRECT: 'The answer points elsewhere, and redirects are not followed.',
  TOO_LARGE: 'The answer is too large.',
  TIMEOUT: 'There was no answer in time.',
  UNREACHABLE: 'The address could not be reached.',
};
