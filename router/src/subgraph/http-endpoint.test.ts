import { createViewerSigner } from '@teei/runtime/viewer-token';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, type Fixture, member, startFixture } from '../../test/fixture-router.ts';
import { EventFeed, fixtureSchemas, fixtureSupergraph } from '../../test/fixture-subgraphs.ts';
import { HttpSubgraph } from '../../test/http-subgraph.ts';
import { createHttpEndpoint } from './http-endpoint.ts';

const secret = 'a secret of at least thirty-two bytes';
let people: HttpSubgraph;
let sessions: HttpSubgraph;
let fixture: Fixture;

beforeEach(async () => {
  const schemas = fixtureSchemas(new EventFeed());
  people = await new HttpSubgraph(schemas.people, secret).start();
  sessions = await new HttpSubgraph(schemas.sessions, secret).start();
  const signViewer = createViewerSigner(secret);
  fixture = await startFixture({
    supergraph: { sdl: fixtureSupergraph({ people: people.url, sessions: sessions.url }) },
    endpointFor: (name, url, onBreaker) =>
      createHttpEndpoint({ name, url, signViewer, timeout: 400, breaker: { threshold: 3, rest: 300 }, onBreaker }),
  });
});
afterEach(async () => {
  await fixture.router.destroy();
  await people.stop();
  await sessions.stop();
});

const joined = '{ people(first: 1) { name sessions { title } } }';
const complete = { people: [{ name: 'Ada', sessions: [{ title: 'Session 1' }, { title: 'Session 2' }] }] };
const errorOf = (answer: Awaited<ReturnType<typeof ask>>) => answer.errors?.[0]?.extensions;

/** The gauge of each subgraph: 0 closed, 1 half-open, 2 open. */
async function breakersOf({ url }: Fixture): Promise<Record<string, number>> {
  const text = await (await fetch(url.replace('/graphql', '/metrics'))).text();
  const lines = text.matchAll(/^router_subgraph_breaker\{subgraph="(\w+)"\} (\d)$/gm);
  return Object.fromEntries([...lines].map(([, name, state]) => [name, Number(state)]));
}

test('an operation joins two services', async () => {
  expect((await ask(fixture.url, joined)).data).toEqual(complete);
});

describe('what travels along', () => {
  test('the viewer, as a token that the subgraph can check', async () => {
    fixture.access.grant('ada', member('ada', 'people:read'));
    expect((await ask(fixture.url, '{ viewerKind }', 'ada')).data).toEqual({ viewerKind: 'member' });
    expect(people.received.at(-1)?.authorization).toBeUndefined();
  });

  test('the trace context and the correlation id', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const headers = { 'content-type': 'application/json', traceparent, 'x-correlation-id': 'corr-12345' };
    await fetch(fixture.url, { method: 'POST', headers, body: JSON.stringify({ query: joined }) });
    expect(sessions.received.at(-1)).toMatchObject({ traceparent, 'x-correlation-id': 'corr-12345' });
  });
});

describe('retries', () => {
  test('a query is sent again when it was not answered', async () => {
    people.failures = 2;
    expect((await ask(fixture.url, '{ person(id: "p1") { name } }')).data).toEqual({ person: { name: 'Ada' } });
    expect(people.received).toHaveLength(3);
  });

  test('a mutation never is', async () => {
    people.failures = 1;
    expect(errorOf(await ask(fixture.url, 'mutation { touch }'))).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(people.received).toHaveLength(1);
  });
});

describe('a subgraph that is down', () => {
  test('costs its own part of the answer and nothing else', async () => {
    await sessions.stop();
    const query = '{ people(first: 1) { name } echo }';
    const answer = await ask(fixture.url, query);
    expect(answer.data).toEqual({ people: [{ name: 'Ada' }], echo: null });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({
      message: 'The subgraph "sessions" is unavailable',
      path: ['echo'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'sessions' },
    });
  });

  test('is not asked any more after failing repeatedly, and is tried again when it is back', async () => {
    await sessions.stop();
    for (let index = 0; index < 2; index++) await ask(fixture.url, '{ echo }');
    expect((await ask(fixture.url, '{ echo }')).errors?.[0]?.message).toContain('given a rest');
    const ready = await fetch(fixture.url.replace('/graphql', '/readyz'));
    expect([ready.status, (await ready.json()) as unknown]).toMatchObject([200, { status: 'degraded' }]);
    await sessions.start();
    await expect
      .poll(async () => (await ask(fixture.url, '{ echo(value: "back") }')).data, { timeout: 3000 })
      .toEqual({ echo: 'back' });
  });

  test('shows in the metrics, and that it is back', async () => {
    expect(await breakersOf(fixture)).toEqual({ people: 0, sessions: 0 });
    await sessions.stop();
    for (let index = 0; index < 2; index++) await ask(fixture.url, '{ echo }');
    expect(await breakersOf(fixture)).toEqual({ people: 0, sessions: 2 });
    await sessions.start();
    await expect
      .poll(async () => (await ask(fixture.url, '{ echo(value: "back") }')).data, { timeout: 3000 })
      .toEqual({ echo: 'back' });
    expect(await breakersOf(fixture)).toEqual({ people: 0, sessions: 0 });
  });

  test('does not keep the router from starting', async () => {
    const url = 'http://127.0.0.1:1/graphql';
    const started = await startFixture({
      supergraph: { sdl: fixtureSupergraph({ people: people.url, sessions: url }) },
      endpointFor: (name, at) => createHttpEndpoint({ name, url: at }),
    });
    expect((await ask(started.url, '{ person(id: "p1") { name } }')).data).toEqual({ person: { name: 'Ada' } });
    await started.router.destroy();
  });
});

describe('time', () => {
  test('a subgraph that does not answer in time is said to be so, the others answer', async () => {
    const answer = await ask(fixture.url, '{ slow(milliseconds: 5000) echo(value: "there") }');
    expect(answer.data).toEqual({ slow: null, echo: 'there' });
    expect(errorOf(answer)).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'people' });
  });

  test('the whole operation has a time of its own, even where a subgraph in this process hangs', async () => {
    const quick = await startFixture({ settings: { operationTimeout: 200 } });
    const answer = await ask(quick.url, '{ slow(milliseconds: 3000) echo(value: "there") }');
    expect(answer.data).toEqual({ slow: null, echo: 'there' });
    expect(answer.errors?.[0]?.message).toBe('The subgraph "people" did not answer in time');
    await quick.router.destroy();
  });
});
