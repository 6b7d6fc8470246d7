import type { ApiKeyViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Fixture, startFixture } from '../../test/fixture-router.ts';
import { sha256Of } from './manifest.ts';

const mine = 'query Mine { people { name } }';
const theirs = 'query Theirs { echo(value: "theirs") }';
const operation = (body: string, name: string) => ({ hash: sha256Of(body), name, body });

let fixture: Fixture;
beforeAll(async () => {
  const manifests = [
    { client: 'partner', operations: [operation(mine, 'Mine')] },
    { client: 'cockpit', operations: [operation(theirs, 'Theirs')] },
  ];
  fixture = await startFixture({ manifests });
  const key: ApiKeyViewer = { kind: 'apiKey', apiKeyId: 'k1', companyId: 'c1', client: 'partner', scopes: new Set() };
  fixture.access.grant('key', key);
});
afterAll(() => fixture.router.destroy());

const codeFor = async (body: unknown, as?: string) => (await ask(fixture.url, body, as)).errors?.[0]?.extensions.code;
const people = { people: [{ name: 'Ada' }, { name: 'Bo' }, { name: 'Cy' }] };
const documentId = `sha256:${sha256Of(mine)}`;
const apollo = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: sha256Of(text) } } });

describe('a registered operation', () => {
  test('is called by its documentId', async () => {
    expect((await ask(fixture.url, { documentId }, 'key')).data).toEqual(people);
  });

  test("is called by Apollo's extension, by POST and by GET", async () => {
    expect((await ask(fixture.url, apollo(mine), 'key')).data).toEqual(people);
    const search = new URLSearchParams({ extensions: JSON.stringify(apollo(mine).extensions) });
    const response = await fetch(`${fixture.url}?${search}`, { headers: { authorization: 'Bearer key' } });
    expect(await response.json()).toEqual({ data: people });
  });
});

describe('an API key', () => {
  test('may not send text, not even that of its own operation', async () => {
    expect(await codeFor('{ people { name } }', 'key')).toBe('PERSISTED_QUERY_ONLY');
    expect(await codeFor(mine, 'key')).toBe('PERSISTED_QUERY_ONLY');
  });

  test("may not call another client's operation", async () => {
    expect(await codeFor({ documentId: `sha256:${sha256Of(theirs)}` }, 'key')).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(await codeFor({ query: theirs, ...apollo(theirs) }, 'key')).toBe('PERSISTED_QUERY_ONLY');
  });

  test('may not call what somebody else registered automatically', async () => {
    const text = '{ echo(value: "automatic") }';
    expect((await ask(fixture.url, { query: text, ...apollo(text) })).data).toEqual({ echo: 'automatic' });
    expect(await codeFor(apollo(text), 'key')).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('may not smuggle text under the hash of an operation', async () => {
    expect(await codeFor({ query: '{ me { name } }', ...apollo(mine) }, 'key')).toBe('PERSISTED_QUERY_MISMATCH');
  });
});

describe('automatic registration', () => {
  test('asks for the text once', async () => {
    const text = '{ echo(value: "once") }';
    expect((await ask(fixture.url, apollo(text))).errors?.[0]).toMatchObject({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    });
    await ask(fixture.url, { query: text, ...apollo(text) });
    expect((await ask(fixture.url, apollo(text))).data).toEqual({ echo: 'once' });
  });

  test('takes no text under a wrong hash', async () => {
    expect(await codeFor({ query: '{ echo }', ...apollo('{ other }') })).toBe('PERSISTED_QUERY_MISMATCH');
  });
});

test('registered operations are planned before anybody asks', async () => {
  const metrics = await (await fetch(fixture.url.replace('/graphql', '/metrics'))).text();
  expect(metrics).toContain('router_request_duration_seconds_count{operation="Mine",outcome="ok"}');
});
