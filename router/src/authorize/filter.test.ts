import { anonymous } from '@teei/runtime/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, type Fixture, member, startFixture } from '../../test/fixture-router.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  fixture.access.grant('reader', member('reader', 'people:read', 'programmes:read'));
  fixture.access.grant('visitor', member('visitor'));
  fixture.access.grant('auditor', member('auditor', 'keys:read', 'members:read'));
  fixture.access.grant('writer', member('writer', 'members:write'));
});
afterAll(() => fixture.router.destroy());
beforeEach(() => {
  fixture.endpoints.people.asked.length = 0;
  fixture.endpoints.sessions.asked.length = 0;
});

const refusals = (answer: Awaited<ReturnType<typeof ask>>) =>
  (answer.errors ?? []).map(({ path, extensions }) => `${extensions.code} ${path?.join('.')}`);
const sent = (): string =>
  [...fixture.endpoints.people.asked, ...fixture.endpoints.sessions.asked].map(({ query }) => query).join('\n');

describe('a field that the viewer may not select', () => {
  test('is null, has an error with its path, and is not asked of any subgraph', async () => {
    const answer = await ask(fixture.url, '{ person(id: "p1") { name mail } }', 'visitor');
    expect(answer.data).toEqual({ person: { name: 'Ada', mail: null } });
    expect(refusals(answer)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE person.mail']);
    expect(sent()).not.toContain('mail');
  });

  test('comes with the scope', async () => {
    const answer = await ask(fixture.url, '{ person(id: "p1") { name mail } }', 'reader');
    expect(answer).toMatchObject({ data: { person: { name: 'Ada', mail: 'ada@example.org' } } });
    expect(answer.errors).toBeUndefined();
  });

  test('in a list has one error with "@" for its elements', async () => {
    expect(refusals(await ask(fixture.url, '{ people { mail name } }', 'visitor'))).toEqual([
      'UNAUTHORIZED_FIELD_OR_TYPE people.@.mail',
    ]);
  });

  test('that may not be null takes its object along, without a second error', async () => {
    const answer = await ask(fixture.url, '{ person(id: "p1") { name birthday } }', 'visitor');
    expect(answer.data).toEqual({ person: null });
    expect(refusals(answer)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE person.birthday']);
  });

  test('is not let in by an alias, a fragment or a variable', async () => {
    const query = `query Q($yes: Boolean!) {
      person(id: "p1") { a: mail ...F ... on Person @include(if: $yes) { b: mail } }
    } fragment F on Person { c: mail name }`;
    const answer = await ask(fixture.url, { query, variables: { yes: true } }, 'visitor');
    expect(answer.data).toEqual({ person: { a: null, b: null, c: null, name: 'Ada' } });
    expect(answer.errors).toHaveLength(3);
    expect(sent()).not.toContain('mail');
  });
});

describe('scopes', () => {
  test('are alternatives of sets', async () => {
    expect((await ask(fixture.url, '{ audit }', 'auditor')).data).toEqual({ audit: 'audited' });
    expect((await ask(fixture.url, '{ audit }', 'reader')).data).toBeNull();
  });

  test('of one viewer do not serve another with the same operation', async () => {
    const query = '{ people(first: 1) { name mail } }';
    const [one, other] = await Promise.all([ask(fixture.url, query, 'reader'), ask(fixture.url, query, 'visitor')]);
    expect(one.data).toEqual({ people: [{ name: 'Ada', mail: 'ada@example.org' }] });
    expect(other.data).toEqual({ people: [{ name: 'Ada', mail: null }] });
  });
});

describe('types', () => {
  test('a union loses the member that is refused, and keeps the others', async () => {
    const query =
      '{ search(text: "") { __typename ... on Robot { __typename } ... on Person { name } ... on Note { text } } }';
    const answer = await ask(fixture.url, query);
    expect(answer.data).toEqual({
      search: [{ __typename: 'Person', name: 'Ada' }, { __typename: 'Robot' }, { __typename: 'Note', text: 'hello' }],
    });
    expect(refusals(answer)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE search.@.... on Robot']);
    expect(sent()).not.toContain('Robot');
  });

  test('an interface needs what every implementation needs: composition says so on the interface', async () => {
    const refused = await ask(fixture.url, '{ named { name ... on Person { id } } }');
    expect(refusals(refused)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE named']);
    expect((await ask(fixture.url, '{ named { name } }', 'visitor')).data).toEqual({
      named: [{ name: 'Ada' }, { name: 'Robbie' }],
    });
  });
});

describe('across subgraphs', () => {
  test('keys still join although the viewer selected none of them', async () => {
    const answer = await ask(fixture.url, '{ sessions { title minutes person { name mail } } }', 'visitor');
    expect(answer.data).toMatchObject({
      sessions: [{ title: 'Session 1', minutes: null, person: { name: 'Ada', mail: null } }, {}, {}],
    });
    expect(refusals(answer)).toEqual([
      'UNAUTHORIZED_FIELD_OR_TYPE sessions.@.minutes',
      'UNAUTHORIZED_FIELD_OR_TYPE sessions.@.person.mail',
    ]);
  });
});

describe('whole operations', () => {
  test('a query of which nothing is left reaches no subgraph', async () => {
    const answer = await ask(fixture.url, '{ me { name } }');
    expect(answer).toMatchObject({ status: 200, data: { me: null } });
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'UNAUTHORIZED_FIELD_OR_TYPE',
      remedy: 'Sign in, or send an API key.',
    });
    expect(sent()).toBe('');
  });

  test('a mutation with one field that is refused is not run at all', async () => {
    const before = await ask(fixture.url, 'mutation { touch }');
    const answer = await ask(fixture.url, 'mutation { touch rename(id: "p1", name: "x") { id } }', 'visitor');
    expect(answer.data).toBeUndefined();
    expect(refusals(answer)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE rename']);
    const after = await ask(fixture.url, 'mutation { touch }');
    expect(after.data?.touch).toBe(Number(before.data?.touch) + 1);
  });

  test('the same mutation runs for who may, with what it returns still filtered', async () => {
    const answer = await ask(fixture.url, 'mutation { touch rename(id: "p1", name: "x") { id mail } }', 'writer');
    expect(answer.data).toMatchObject({ rename: { id: 'p1', mail: null } });
  });
});

test('with authorization off everybody sees everything', async () => {
  const open = await startFixture({ settings: { authorization: 'off' } });
  expect((await ask(open.url, '{ me { name mail } }')).data).toEqual({ me: { name: 'Ada', mail: 'ada@example.org' } });
  await open.router.destroy();
});

test('the viewer reaches the subgraph', async () => {
  expect((await ask(fixture.url, '{ viewerKind }')).data).toEqual({ viewerKind: anonymous.kind });
  expect((await ask(fixture.url, '{ viewerKind }', 'visitor')).data).toEqual({ viewerKind: 'member' });
});
