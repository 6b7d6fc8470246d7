import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Fixture, startFixture } from '../../test/fixture-router.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.router.destroy());

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json) =>
  fetch(fixture.url, { method: 'POST', headers, body });
const get = (query: Record<string, string>, headers: Record<string, string> = { 'apollo-require-preflight': '1' }) =>
  fetch(`${fixture.url}?${new URLSearchParams(query)}`, { headers });
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code ?? '';

test('the audit of GraphQL over HTTP finds no error and no warning', async () => {
  const results = await auditServer({ url: fixture.url });
  expect(results.length).toBeGreaterThan(50);
  expect(results.filter(({ status }) => status === 'error' || status === 'warn')).toEqual([]);
  // What may be left out, and is: a plain GET, which any page could make a browser send.
  expect(results.filter(({ status }) => status === 'notice').map(({ id }) => id)).toEqual(['5A70', 'D6D5', '6A70']);
});

test('with a preflight header the audit has nothing to remark at all', async () => {
  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { 'apollo-require-preflight': '1', ...init.headers } });
  const results = await auditServer({ url: fixture.url, fetchFn });
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
});

describe('media types', () => {
  test('the newer one is answered with the status of what happened, the older one with 200', async () => {
    const newer = { ...json, accept: 'application/graphql-response+json' };
    expect((await post('{"query":"{ nothing }"}', newer)).status).toBe(400);
    expect((await post('{"query":"{ nothing }"}')).status).toBe(200);
  });

  test('quality decides', async () => {
    const accept = 'application/json;q=0.5, application/graphql-response+json';
    const response = await post('{"query":"{ __typename }"}', { ...json, accept });
    expect(response.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  test('a client that accepts neither gets 406', async () => {
    const response = await post('{"query":"{ __typename }"}', { ...json, accept: 'text/html' });
    expect([response.status, await codeOf(response)]).toEqual([406, 'NOT_ACCEPTABLE']);
  });

  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/plain',
    'application/json; charset=latin1',
  ])('a body as %s is refused', async (type) => {
    const response = await post('{"query":"{ __typename }"}', { 'content-type': type });
    expect([response.status, await codeOf(response)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});

describe('requests that other sites can make a browser send', () => {
  test('a GET without a header that needs preflight is refused', async () => {
    const response = await get({ query: '{ __typename }' }, {});
    expect([response.status, await codeOf(response)]).toEqual([400, 'CSRF_REFUSED']);
  });

  test('with such a header a GET is answered', async () => {
    expect(await (await get({ query: '{ echo(value: "x") }' })).json()).toEqual({ data: { echo: 'x' } });
  });

  test('a mutation by GET is refused even so, and nothing is changed', async () => {
    const before = await ask(fixture.url, 'mutation { touch }');
    const response = await get({ query: 'mutation { touch }' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    const after = await ask(fixture.url, 'mutation { touch }');
    expect(after.data?.touch).toBe(Number(before.data?.touch) + 1);
  });
});

describe('bodies', () => {
  test('one above the limit is refused with 413 and a code', async () => {
    const response = await post(JSON.stringify({ query: `{ echo(value: "${'x'.repeat(1024 * 1024)}") }` }));
    expect([response.status, await codeOf(response)]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  test('one of 60 MB that does not say its length is refused as well', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(1024 * 1024));
    let left = 60;
    const body = new ReadableStream({
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    });
    const sent = fetch(fixture.url, { method: 'POST', headers: json, body, duplex: 'half' } as RequestInit);
    const status = await sent.then((response) => response.status).catch(() => 'cut off');
    expect([413, 'cut off']).toContain(status);
  });

  test.each([
    ['a batch', '[{"query":"{ __typename }"}]', 'BATCHING_REFUSED'],
    ['no JSON', '{', 'BAD_REQUEST'],
    ['no object', '"text"', 'BAD_REQUEST'],
    ['variables that are no object', '{"query":"{ __typename }","variables":[1]}', 'BAD_REQUEST'],
  ])('%s is refused', async (_, body, code) => {
    const response = await post(body);
    expect([response.status, await codeOf(response)]).toEqual([400, code]);
  });

  test('every refusal says what to do', async () => {
    for (const body of ['[]', '{', '{"query":"{ nothing }"}', '{"query":"{"}', '{"documentId":"sha256:0"}']) {
      const { errors } = (await (await post(body)).json()) as {
        errors: { extensions: { code: string; remedy: string } }[];
      };
      expect(errors[0]?.extensions.remedy.length).toBeGreaterThan(10);
    }
  });
});

describe('correlation', () => {
  test('the id of the caller is kept, a strange one is replaced', async () => {
    const kept = await post('{"query":"{ __typename }"}', { ...json, 'x-correlation-id': 'abc-12345' });
    expect(kept.headers.get('x-correlation-id')).toBe('abc-12345');
    const replaced = await post('{"query":"{ __typename }"}', { ...json, 'x-correlation-id': '<script>' });
    expect(replaced.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('an unexpected error is masked and carries the id of its request', async () => {
    const answer = await ask(fixture.url, '{ crash broken }');
    const [crash, broken] = [...(answer.errors ?? [])].sort((one, other) => other.message.length - one.message.length);
    expect(crash?.message).toBe('Unexpected error');
    expect(crash?.extensions).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      correlationId: answer.headers.get('x-correlation-id'),
    });
    expect(JSON.stringify(answer)).not.toContain('postgres://');
    expect(broken).toMatchObject({ message: 'This is known', extensions: { code: 'KNOWN' } });
  });
});

test('methods that GraphQL does not know get 405', async () => {
  const response = await fetch(fixture.url, { method: 'DELETE' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
});

test('liveness, readiness and metrics are there', async () => {
  const origin = fixture.url.replace('/graphql', '');
  expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${origin}/readyz`)).json()).toMatchObject({ status: 'ready' });
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  expect(metrics).toContain('router_request_duration_seconds_count{operation="other",outcome="ok"}');
  expect(metrics).toContain('router_subgraph_fetch_duration_seconds_count{subgraph="people",outcome="ok"}');
});
