import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Fixture, member, startFixture } from '../../test/fixture-router.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture({ settings: { limits: { cost: 500 } } });
});
afterAll(() => fixture.router.destroy());

const codeFor = async (body: unknown): Promise<string | undefined> =>
  (await ask(fixture.url, body)).errors?.[0]?.extensions.code;

describe('an operation is refused', () => {
  test('when it is too deep, in the open or through fragments', async () => {
    const deep = (levels: number): string => (levels === 0 ? 'name' : `friends { ${deep(levels - 1)} }`);
    expect(await codeFor(`{ people { ${deep(14)} } }`)).not.toBe('OPERATION_TOO_DEEP');
    expect(await codeFor(`{ people { ${deep(15)} } }`)).toBe('OPERATION_TOO_DEEP');
    const hidden = `{ people { ...F } } fragment F on Person { ${deep(15)} }`;
    expect(await codeFor(hidden)).toBe('OPERATION_TOO_DEEP');
  });

  test('when its fragments write out to billions of fields, without writing them out', async () => {
    const doubling = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`).join(
      ' ',
    );
    const start = performance.now();
    expect(await codeFor(`{ ...F0 } ${doubling} fragment F40 on Query { __typename }`)).toBe('TOO_MANY_ROOT_FIELDS');
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('when it has too many tokens', async () => {
    expect(await codeFor(`{ ${'__typename '.repeat(5000)} }`)).toBe('TOO_MANY_TOKENS');
  });

  test('when it has too many directives', async () => {
    const fields = Array.from(
      { length: 15 },
      () => 'echo @include(if: true) @skip(if: false) @include(if: true) @skip(if: false)',
    );
    expect(await codeFor(`{ ${fields.join(' ')} }`)).toBe('TOO_MANY_DIRECTIVES');
  });

  test('when it may cost too much: nested lists multiply, and variables count', async () => {
    expect(await codeFor('{ people(first: 5) { friends { friends { name } } } }')).toBe('OPERATION_TOO_COSTLY');
    const query = 'query Q($first: Int) { people(first: $first) { name } }';
    expect(await codeFor({ query, variables: { first: 3 } })).toBeUndefined();
    expect(await codeFor({ query, variables: { first: 100_000 } })).toBe('OPERATION_TOO_COSTLY');
    // Not given, the argument's own default holds.
    expect(await codeFor({ query })).toBeUndefined();
  });

  test('when its variables are not of their types', async () => {
    expect(await codeFor({ query: 'query Q($id: ID!) { person(id: $id) { id } }', variables: { id: { a: 1 } } })).toBe(
      'VARIABLES_INVALID',
    );
  });

  test('when it names no operation among several', async () => {
    const query = 'query A { a: echo } query B { b: echo }';
    expect(await codeFor({ query })).toBe('OPERATION_NOT_FOUND');
    expect(await codeFor({ query, operationName: 'C' })).toBe('OPERATION_NOT_FOUND');
    expect((await ask(fixture.url, { query, operationName: 'B' })).data).toEqual({ b: null });
  });
});

test('the standard introspection query is within the limits', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const answer = await ask(fixture.url, getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }));
  expect(answer.errors).toBeUndefined();
});

describe('too many requests', () => {
  test('from one address are refused with a time to wait', async () => {
    const slow = await startFixture({
      settings: { rateLimit: { perAddress: { burst: 3, perSecond: 0.5 }, perViewer: false } },
    });
    for (let index = 0; index < 3; index++) expect((await ask(slow.url, '{ __typename }')).status).toBe(200);
    const refused = await ask(slow.url, '{ __typename }');
    expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await slow.router.destroy();
  });

  test('of one person leave others alone', async () => {
    const slow = await startFixture({
      settings: { rateLimit: { perAddress: false, perViewer: { burst: 1, perSecond: 0.01 } } },
    });
    slow.access.grant('one', member('one'));
    slow.access.grant('other', member('other'));
    expect((await ask(slow.url, '{ __typename }', 'one')).status).toBe(200);
    expect((await ask(slow.url, '{ __typename }', 'one')).status).toBe(429);
    expect((await ask(slow.url, '{ __typename }', 'other')).status).toBe(200);
    await slow.router.destroy();
  });
});
