import type { Scope } from '@teei/runtime/viewer';
import type { FormattedExecutionResult } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Fixture, member, startFixture } from '../../test/fixture-router.ts';
import { EventFeed, fixtureSchemas, fixtureSupergraph } from '../../test/fixture-subgraphs.ts';
import { HttpSubgraph } from '../../test/http-subgraph.ts';
import { sha256Of } from '../persisted/manifest.ts';
import { createHttpEndpoint } from '../subgraph/http-endpoint.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await startFixture({ settings: { subscriptions: { perSocket: 2 } } });
  fixture.access.grant('ada', member('ada', 'programmes:read', 'people:read'));
});
afterEach(() => fixture.router.destroy());

const live = 'subscription { added: sessionAdded { title person { id who: name mail } } }';

/** A client on a socket of its own, with what it received. */
function listen(query: string, as: string | null = 'ada', url = fixture.url): Listening {
  const results: Result[] = [];
  let onClosed: (code: number) => void;
  const closed = new Promise<number>((resolve) => {
    onClosed = resolve;
  });
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    connectionParams: as === null ? {} : { authorization: as },
    on: { closed: (event) => onClosed((event as { code: number }).code) },
  });
  const ended = new Promise<unknown>((resolve) => {
    client.subscribe(
      { query },
      { next: (result) => results.push(result), error: resolve, complete: () => resolve('complete') },
    );
  });
  return { client, results, closed, ended };
}

type Result = FormattedExecutionResult<Record<string, unknown>, unknown>;

interface Listening {
  readonly client: Client;
  readonly results: Result[];
  readonly closed: Promise<number>;
  readonly ended: Promise<unknown>;
}

const listeners = (count: number, feed = fixture.feed) =>
  expect.poll(() => feed.listeners, { timeout: 3000 }).toBe(count);

describe('events', () => {
  test('come in order, with what other subgraphs add to each', async () => {
    const { results } = listen(live);
    await listeners(1);
    for (const id of ['s1', 's3', 's2']) fixture.feed.publish(id);
    await expect.poll(() => results.length).toBe(3);
    expect(results[0]).toEqual({
      data: { added: { title: 'Session 1', person: { id: 'p1', who: 'Ada', mail: 'ada@example.org' } } },
    });
    expect(results.map(({ data }) => (data as { added: { title: string } }).added.title)).toEqual([
      'Session 1',
      'Session 3',
      'Session 2',
    ]);
  });

  test('are filtered like any answer', async () => {
    fixture.access.grant('bo', member('bo', 'programmes:read'));
    const { results } = listen(live, 'bo');
    await listeners(1);
    fixture.feed.publish('s1');
    await expect.poll(() => results.length).toBe(1);
    expect(results[0]?.data).toEqual({ added: { title: 'Session 1', person: { id: 'p1', who: 'Ada', mail: null } } });
    expect(results[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
  });

  test('end at their source when the client ends the subscription', async () => {
    const { client } = listen(live);
    await listeners(1);
    await client.dispose();
    await listeners(0);
  });
});

describe('refusals', () => {
  test('without the scope nothing starts', async () => {
    const { ended } = listen(live, null);
    expect(await ended).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
    expect(fixture.feed.listeners).toBe(0);
  });

  test('an invalid operation says why', async () => {
    expect(await listen('subscription { nothing }').ended).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  test('of the subgraph come through', async () => {
    const { results, ended } = listen('subscription { refusing }');
    expect(await ended).toBe('complete');
    expect(results[0]?.errors?.[0]).toMatchObject({ message: 'Not today', extensions: { code: 'NOT_TODAY' } });
  });

  test('a socket carries only so many subscriptions', async () => {
    const { client } = listen(live);
    const errors: unknown[] = [];
    for (let index = 0; index < 3; index++) {
      client.subscribe(
        { query: live },
        { next: () => undefined, error: (error) => errors.push(error), complete: () => undefined },
      );
    }
    await expect.poll(() => errors.length).toBe(2);
    expect(errors[0]).toMatchObject([{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }]);
  });

  test('a page of another site may not connect', async () => {
    const socket = new WebSocket(fixture.url.replace('http', 'ws'), 'graphql-transport-ws', {
      origin: 'https://evil.example',
    });
    const status = await new Promise((resolve) =>
      socket.once('unexpected-response', (_, response) => resolve(response.statusCode)),
    );
    expect(status).toBe(403);
  });
});

describe('rights that are taken away', () => {
  test('close the socket with 4403 within a second, without any event', async () => {
    const { closed } = listen(live);
    await listeners(1);
    const start = performance.now();
    fixture.access.revoke('ada');
    expect(await closed).toBe(4403);
    expect(performance.now() - start).toBeLessThan(1000);
    await listeners(0);
  });

  test('close it before the next event is sent', async () => {
    const { closed, results } = listen(live);
    await listeners(1);
    fixture.access.revoke('ada');
    fixture.feed.publish('s1');
    expect(await closed).toBe(4403);
    expect(results).toEqual([]);
  });

  test('narrow what is sent when the subscription itself stays allowed', async () => {
    const { results } = listen(live);
    await listeners(1);
    fixture.access.grant('ada', member('ada', 'programmes:read'));
    fixture.feed.publish('s1');
    await expect.poll(() => results.length).toBe(1);
    expect(results[0]?.data).toMatchObject({ added: { person: { who: 'Ada', mail: null } } });
  });
});

test('an API key subscribes by hash only', async () => {
  const body = 'subscription Added { sessionAdded { title } }';
  const hash = sha256Of(body);
  const persisted = await startFixture({
    manifests: [{ client: 'partner', operations: [{ hash, name: 'Added', body }] }],
  });
  const scopes = new Set<Scope>(['programmes:read']);
  persisted.access.grant('key', { kind: 'apiKey', apiKeyId: 'k1', companyId: 'c1', client: 'partner', scopes });
  expect(await listen(body, 'key', persisted.url).ended).toMatchObject([
    { extensions: { code: 'PERSISTED_QUERY_ONLY' } },
  ]);
  const { client } = listen(body, 'key', persisted.url);
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  client.subscribe(
    { query: '', extensions },
    { next: () => undefined, error: () => undefined, complete: () => undefined },
  );
  await listeners(1, persisted.feed);
  await persisted.router.destroy();
});

test('shutting down closes sockets with 1001', async () => {
  const { closed } = listen(live);
  await listeners(1);
  await fixture.router.destroy();
  expect(await closed).toBe(1001);
  fixture = await startFixture();
});

test('a client that does not read holds up its source, and nothing piles up', async () => {
  let pulled = 0;
  const big = 'x'.repeat(100_000);
  const endless = {
    next: async () => ({
      done: false as const,
      value: { data: { sessionAdded: { title: big + pulled++, person: { __typename: 'Person', id: 'p1' } } } },
    }),
    return: async () => ({ done: true as const, value: undefined }),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  const slow = await startFixture({
    settings: { authorization: 'off' },
    endpointFor: (name) => ({ name, execute: async () => ({}), subscribe: async () => endless }),
  });
  const socket = new WebSocket(slow.url.replace('http', 'ws'), 'graphql-transport-ws');
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send('{"type":"connection_init"}');
  await new Promise((resolve) => socket.once('message', resolve));
  socket.send(
    JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'subscription { sessionAdded { title } }' } }),
  );
  socket.pause();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const after = pulled;
  await new Promise((resolve) => setTimeout(resolve, 500));
  // What the network's own buffers hold, and no more.
  expect(pulled).toBe(after);
  expect(after).toBeLessThan(300);
  socket.terminate();
  await slow.router.destroy();
});

test('subscriptions of a subgraph behind HTTP come through, and say so when it goes away', async () => {
  const feed = new EventFeed();
  const schemas = fixtureSchemas(feed);
  const sessions = await new HttpSubgraph(schemas.sessions).start();
  const people = await new HttpSubgraph(schemas.people).start();
  const distributed = await startFixture({
    supergraph: { sdl: fixtureSupergraph({ people: people.url, sessions: sessions.url }) },
    endpointFor: (name, url) => createHttpEndpoint({ name, url }),
  });
  distributed.access.grant('ada', member('ada', 'programmes:read'));
  const { results, ended } = listen('subscription { sessionAdded { title person { name } } }', 'ada', distributed.url);
  await listeners(1, feed);
  feed.publish('s2');
  await expect.poll(() => results.length).toBe(1);
  expect(results[0]?.data).toEqual({ sessionAdded: { title: 'Session 2', person: { name: 'Ada' } } });
  await sessions.stop();
  expect(await ended).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'sessions' } }]);
  await distributed.router.destroy();
  await people.stop();
});
