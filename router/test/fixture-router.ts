import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import { anonymous, type MemberViewer, type Scope, type Viewer } from '@teei/runtime/viewer';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import type { Authenticate } from '../src/authenticate.ts';
import { createRouter, type Router } from '../src/main.ts';
import type { RouterOptions } from '../src/router-options.ts';
import { type RouterSettingsInput, routerSettings } from '../src/settings.ts';
import { EventFeed, type FixtureName, fixtureSchemas, fixtureSupergraph } from './fixture-subgraphs.ts';
import { InMemoryEndpoint } from './in-memory-endpoint.ts';

/** A router that listens, in front of the fixture subgraphs in this process. */
export async function startFixture(given: FixtureOptions = {}): Promise<Fixture> {
  const feed = new EventFeed();
  const schemas = fixtureSchemas(feed);
  const endpoints = {
    people: new InMemoryEndpoint('people', schemas.people),
    sessions: new InMemoryEndpoint('sessions', schemas.sessions),
  };
  const access = new TestAccess();
  const { settings, ...options } = given;
  const router = await createRouter({
    supergraph: { sdl: fixtureSupergraph() },
    endpointFor: (name): SubgraphEndpoint => endpoints[name as FixtureName],
    authenticate: access,
    settings: routerSettings({ rateLimit: { perViewer: false, perAddress: false }, ...settings }),
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
    ...options,
  });
  const { port } = await router.listen({ port: 0 });
  return { router, endpoints, access, feed, url: `http://127.0.0.1:${port}/graphql` };
}

export interface FixtureOptions extends Partial<Omit<RouterOptions, 'settings'>> {
  readonly settings?: RouterSettingsInput;
}

export interface Fixture {
  readonly router: Router;
  readonly endpoints: Record<FixtureName, InMemoryEndpoint>;
  readonly access: TestAccess;
  readonly feed: EventFeed;
  readonly url: string;
}

/** Who may come in: tests grant a name its viewer, and take it away. The name is sent as the bearer token. */
export class TestAccess implements Authenticate {
  readonly #viewers = new Map<string, Viewer>();

  grant(name: string, viewer: Viewer): void {
    this.#viewers.set(name, viewer);
  }

  revoke(name: string): void {
    this.#viewers.delete(name);
  }

  async request({ headers }: Parameters<Authenticate['request']>[0]): Promise<Viewer> {
    return this.#named(headers.authorization);
  }

  async socket(params: Readonly<Record<string, unknown>>): Promise<Viewer> {
    return this.#named(params.authorization);
  }

  async recheck(viewer: Viewer): Promise<Viewer | null> {
    return (
      [...this.#viewers.values()].find(
        (each) => each.kind === 'member' && viewer.kind === 'member' && each.userId === viewer.userId,
      ) ?? null
    );
  }

  #named(authorization: unknown): Viewer {
    if (typeof authorization !== 'string') return anonymous;
    return this.#viewers.get(authorization.replace('Bearer ', '')) ?? anonymous;
  }
}

export function member(name: string, ...granted: Scope[]): MemberViewer {
  return {
    kind: 'member',
    userId: name,
    memberId: name,
    companyId: 'c1',
    role: 'COMPANY_USER',
    scopes: new Set(granted),
  };
}

export async function ask(url: string, body: unknown, as?: string): Promise<GraphQLAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(as === undefined ? {} : { authorization: `Bearer ${as}` }) },
    body: JSON.stringify(typeof body === 'string' ? { query: body } : body),
  });
  return {
    status: response.status,
    headers: response.headers,
    ...((await response.json()) as Omit<GraphQLAnswer, 'status' | 'headers'>),
  };
}

export interface GraphQLAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly remedy?: string;
    readonly correlationId?: string;
    readonly subgraph?: string;
  };
}
