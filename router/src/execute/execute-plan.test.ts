import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, type Fixture, member, startFixture } from '../../test/fixture-router.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture({ settings: { authorization: 'off' } });
});
afterAll(() => fixture.router.destroy());
beforeEach(() => {
  fixture.endpoints.people.asked.length = 0;
  fixture.endpoints.sessions.asked.length = 0;
});

describe('entities', () => {
  test('that occur several times are asked for once', async () => {
    const answer = await ask(fixture.url, '{ sessions { person { name } } }');
    expect(answer.data).toEqual({
      sessions: [{ person: { name: 'Ada' } }, { person: { name: 'Ada' } }, { person: { name: 'Bo' } }],
    });
    expect(fixture.endpoints.people.asked).toHaveLength(1);
    expect(fixture.endpoints.people.asked[0]?.variables?.representations).toEqual([
      { __typename: 'Person', id: 'p1' },
      { __typename: 'Person', id: 'p2' },
    ]);
  });

  test('bring errors to every place where they stand', async () => {
    const { errors } = await ask(fixture.url, '{ sessions { title person { name lost } } }');
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual([
      'sessions.0.person.lost',
      'sessions.1.person.lost',
      'sessions.2.person.lost',
    ]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'LOST', subgraph: 'sessions' });
  });

  test('that their subgraph does not know any more are null, without an error', async () => {
    const answer = await ask(
      fixture.url,
      '{ former { id name sessions { title } } formers { name } other: former { id } }',
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ former: null, formers: [null, { name: 'Ada' }], other: { id: 'p99' } });
    const nullable = await ask(fixture.url, '{ former { id mail } }');
    expect(nullable.errors).toBeUndefined();
    expect(nullable.data).toEqual({ former: { id: 'p99', mail: null } });
  });

  test('that are promised and not known any more are an error', async () => {
    const { data, errors } = await ask(fixture.url, '{ promisedFormer { name } }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['promisedFormer'], extensions: { code: 'INVALID_SUBGRAPH_RESPONSE' } }]);
  });

  test('bring fields that other fields require', async () => {
    expect((await ask(fixture.url, '{ person(id: "p2") { greeting } }')).data).toEqual({
      person: { greeting: 'Hello Bo' },
    });
  });
});

describe('the response', () => {
  test('has the keys of the client in their order, aliases and all', async () => {
    const { data } = await ask(
      fixture.url,
      '{ b: person(id: "p1") { z: name id a: name } a: echo(value: "x") __typename }',
    );
    expect(JSON.stringify(data)).toBe('{"b":{"z":"Ada","id":"p1","a":"Ada"},"a":"x","__typename":"Query"}');
  });

  test('keeps keys that JavaScript objects inherit', async () => {
    const query =
      '{ __proto__: echo(value: "p") constructor: echo(value: "c") toString: person(id: "p1") { valueOf: name __proto__: name } }';
    const text = await (
      await fetch(fixture.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
    ).text();
    expect(text).toBe('{"data":{"__proto__":"p","constructor":"c","toString":{"valueOf":"Ada","__proto__":"Ada"}}}');
    const lost = await ask(fixture.url, '{ constructor: person(id: "nobody") { name } }');
    expect(JSON.stringify(lost.data)).toBe('{"constructor":null}');
  });

  test('depends on @skip and @include, by variable', async () => {
    const query =
      'query Q($yes: Boolean!) { echo(value: "x") @include(if: $yes) person(id: "p1") @skip(if: $yes) { name } }';
    expect((await ask(fixture.url, { query, variables: { yes: true } })).data).toEqual({ echo: 'x' });
    expect((await ask(fixture.url, { query, variables: { yes: false } })).data).toEqual({ person: { name: 'Ada' } });
  });

  test('merges a key that is asked for in several places', async () => {
    const query =
      '{ person(id: "p1") { friends { id } ...F } } fragment F on Person { friends { name } ... on Named { name } }';
    const friends = [
      { id: 'p1', name: 'Ada' },
      { id: 'p2', name: 'Bo' },
    ];
    expect((await ask(fixture.url, query)).data).toEqual({ person: { friends, name: 'Ada' } });
  });

  test('does not let an inaccessible enum value through', async () => {
    const answer = await ask(fixture.url, '{ people(first: 4) { name level } }');
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]).toMatchObject({
      path: ['people', 3, 'level'],
      extensions: { code: 'INVALID_SUBGRAPH_RESPONSE' },
    });
    expect(JSON.stringify(answer)).not.toContain('HIDDEN');
  });

  test('is introspection where that is asked for, beside data', async () => {
    const query = 'query Q($name: String!) { t: __type(name: $name) { name kind } echo(value: "x") }';
    expect((await ask(fixture.url, { query, variables: { name: 'Person' } })).data).toEqual({
      t: { name: 'Person', kind: 'OBJECT' },
      echo: 'x',
    });
  });
});

describe('identical queries at the same time', () => {
  test('are executed once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(fixture.url, '{ slow(milliseconds: 150) }')));
    expect(answers.map(({ data }) => data)).toEqual(Array.from({ length: 5 }, () => ({ slow: 'done' })));
    expect(fixture.endpoints.people.asked).toHaveLength(1);
  });

  test('of different viewers are not', async () => {
    fixture.access.grant('one', member('one'));
    fixture.access.grant('other', member('other'));
    await Promise.all(['one', 'other'].map((name) => ask(fixture.url, '{ slow(milliseconds: 150) }', name)));
    expect(fixture.endpoints.people.asked).toHaveLength(2);
  });

  test('go on for the others when one of them leaves', async () => {
    const leaver = new AbortController();
    const gone = fetch(fixture.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ slow(milliseconds: 300) }' }),
      signal: leaver.signal,
    }).catch(() => 'gone');
    const stays = ask(fixture.url, '{ slow(milliseconds: 300) }');
    setTimeout(() => leaver.abort(), 100);
    expect([await gone, (await stays).data]).toEqual(['gone', { slow: 'done' }]);
  });

  test('mutations are never shared', async () => {
    const answers = await Promise.all(Array.from({ length: 3 }, () => ask(fixture.url, 'mutation { touch }')));
    expect(new Set(answers.map(({ data }) => data?.touch)).size).toBe(3);
  });
});
