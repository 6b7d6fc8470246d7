import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Fixture, startFixture } from '../../test/fixture-router.ts';

/** The requests of graphql-cop's checks (github.com/dolevf/graphql-cop, lib/tests), replayed against production mode. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture({ settings: { production: true } });
});
afterAll(() => fixture.router.destroy());

const codes = async (query: string): Promise<readonly (string | undefined)[]> => {
  const { errors, data } = await ask(fixture.url, query);
  expect(data).toBeUndefined();
  return (errors ?? []).map((error) => error.extensions.code);
};

describe('graphql-cop', () => {
  test('alias_overloading: 101 aliases', async () => {
    const aliases = Array.from({ length: 101 }, (_, index) => `alias${index}: __typename`).join(' ');
    expect(await codes(`query cop { ${aliases} }`)).toEqual(['TOO_MANY_ROOT_FIELDS']);
    expect(await codes(`query cop { people { ${aliases} } }`)).toEqual(['TOO_MANY_ALIASES']);
  });

  test('batch_query: ten operations in one request', async () => {
    const batch = Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }));
    const answer = await ask(fixture.url, batch);
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([400, 'BATCHING_REFUSED']);
  });

  test('directive_overloading: ten unknown directives on a field', async () => {
    expect(await codes(`query cop { __typename ${'@aa'.repeat(10)} }`)).toEqual(['TOO_MANY_DIRECTIVES']);
  });

  test('circular_fragments', async () => {
    const query = 'query cop { ...A } fragment A on Query { ...B } fragment B on Query { ...A }';
    expect(await codes(query)).toEqual(['CIRCULAR_FRAGMENT']);
  });

  test('introspection, and circular introspection', async () => {
    expect(await codes('query cop { __schema { types { name fields { name } } } }')).toEqual([
      'INTROSPECTION_DISABLED',
    ]);
    const circular = '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
    expect(await codes(`query cop ${circular}`)).toEqual(['INTROSPECTION_DISABLED']);
    expect(await codes('{ __type(name: "Query") { name } }')).toEqual(['INTROSPECTION_DISABLED']);
  });

  test('field_suggestions', async () => {
    const { errors } = await ask(fixture.url, 'query cop { peopl { id } }');
    expect(errors?.[0]?.message).toBe('Cannot query field "peopl" on type "Query".');
  });

  test('get_method_support and get_based_mutation', async () => {
    for (const query of ['query cop { __typename }', 'mutation cop { __typename }']) {
      const response = await fetch(`${fixture.url}?query=${encodeURIComponent(query)}`);
      expect(response.status).toBe(400);
      expect(await response.text()).not.toContain('"data"');
    }
  });

  test('post_based_csrf: urlencoded POST', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(fixture.url, { method: 'POST', headers, body: 'query=query+cop+%7B__typename%7D' });
    expect(response.status).toBe(415);
  });

  test('trace_mode: no tracing in extensions', async () => {
    const headers = {
      'content-type': 'application/json',
      'x-apollo-tracing': '1',
      'apollo-federation-include-trace': 'ftv1',
    };
    const response = await fetch(fixture.url, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('unhandled_errors: no stack trace', async () => {
    const { errors } = await ask(fixture.url, 'qwerty cop { abc }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED', remedy: expect.any(String) });
  });

  test('graphiql detection: no IDE at /graphql', async () => {
    const response = await fetch(fixture.url, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(406);
  });
});

test('metrics want the token', async () => {
  const closed = await startFixture({ settings: { production: true, metricsToken: 'a-token-of-sixteen' } });
  const url = closed.url.replace('/graphql', '/metrics');
  expect((await fetch(url)).status).toBe(404);
  expect((await fetch(url, { headers: { 'x-metrics-token': 'a-token-of-sixteen' } })).status).toBe(200);
  await closed.router.destroy();
});
