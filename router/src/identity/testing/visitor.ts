import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '@teei/runtime/viewer';
import type { Identity } from '../create-identity.ts';

/** A browser without pages: keeps cookies and asks the identity service as the router would. */
export class Visitor {
  readonly #identity: Identity;
  readonly #origin: string;
  readonly #address: string;
  readonly cookies = new Map<string, string>();
  /** Every Set-Cookie header that came, as it came. */
  readonly cookieHeaders: string[] = [];

  constructor(identity: Identity, { origin = 'http://127.0.0.1:4000', address = '203.0.113.7' } = {}) {
    this.#identity = identity;
    this.#origin = origin;
    this.#address = address;
  }

  async call(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const request = new Request(`http://127.0.0.1:4000/api/auth${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        origin: this.#origin,
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await this.#identity.handler(request, this.#address);
    for (const header of response.headers.getSetCookie()) this.keep(header);
    return response;
  }

  signIn(email: string, password: string): Promise<Response> {
    return this.call('/sign-in/email', { email, password });
  }

  /** Who the router would take this visitor for. */
  viewer(headers: IncomingHttpHeaders = {}): Promise<Viewer> {
    const cookie = this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {};
    return this.#identity.authenticate.request({
      headers: { ...cookie, ...headers },
      ip: this.#address,
      url: '/graphql',
    });
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(header: string): void {
    this.cookieHeaders.push(header);
    const [pair = '', ...attributes] = header.split(';');
    const [name = '', ...value] = pair.split('=');
    if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) this.cookies.delete(name);
    else this.cookies.set(name, value.join('='));
  }
}
