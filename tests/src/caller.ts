import { createClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly remedy?: string };
}

export interface GraphAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphError[];
}

/** Somebody outside who talks to the platform over the network, with the headers that say who they are. */
export class Caller {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.url = url;
    this.headers = headers;
  }

  with(headers: Readonly<Record<string, string>>): Caller {
    return new Caller(this.url, { ...this.headers, ...headers });
  }

  async signIn(email: string, password: string): Promise<Caller> {
    const response = await fetch(`${this.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
    const cookie = response.headers.getSetCookie().map((header) => header.split(';', 1)[0]);
    return this.with({ cookie: cookie.join('; ') });
  }

  /** One GraphQL request; its answer as it came. */
  send(body: object): Promise<Response> {
    return fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers },
      body: JSON.stringify(body),
    });
  }

  async ask<Data>(query: string, variables: object = {}): Promise<GraphAnswer<Data>> {
    return (await (await this.send({ query, variables })).json()) as GraphAnswer<Data>;
  }

  /** As `ask`, for what must succeed: throws when there is an error. */
  async get<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables);
    if (errors || !data) throw new Error(`the graph refused: ${JSON.stringify(errors)}`);
    return data;
  }

  upload(body: BodyInit, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.url}/uploads`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', ...this.headers, ...headers },
      body,
      // A stream is sent as it comes.
      duplex: 'half',
    } as RequestInit);
  }

  /** A socket that stays down when it is cut, so that a test says itself when to come back. */
  socket(onOpened?: (socket: WebSocket) => void, connectionParams: Record<string, unknown> = {}): SocketClient {
    const { headers } = this;
    class SocketWithHeaders extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers });
        onOpened?.(this);
      }
    }
    return createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: SocketWithHeaders,
      connectionParams,
      retryAttempts: 0,
    });
  }
}
