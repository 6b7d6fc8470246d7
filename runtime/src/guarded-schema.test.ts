import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { guardedSchema } from './guarded-schema.ts';
import { anonymous, serviceViewer, type Viewer } from './viewer.ts';

const schema = guardedSchema(
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])
  type Query { people: [Person!] @authenticated, unsaid: Int, broken: Broken @authenticated }
  type Person @key(fields: "id") @authenticated { id: ID!, name: String, mail: String @requiresScopes(scopes: [["people:read"]]) }
  type Broken { value: Int, later: Int }`,
  {
    Query: {
      people: () => [
        { id: '1', name: 'One', mail: 'one@example.org' },
        { id: '2', name: 'Two', mail: 'two@example.org' },
      ],
      unsaid: () => 1,
      broken: () => ({}),
    },
    Person: { __resolveReference: ({ id }: { readonly id: string }) => ({ id, name: 'One', mail: 'one@example.org' }) },
    Broken: {
      value: () => {
        throw new Error('no value');
      },
      later: () => Promise.reject(new Error('no value later')),
    },
  },
);
const reader = serviceViewer('test', 'c1', 'people:read');
const guest = serviceViewer('test', 'c1');

test('a field below the root is read by whoever meets its requirement, and refused to others for each object', async () => {
  const source = '{ people { id name mail } }';
  expect((await ask(source, reader)).data).toEqual({
    people: [
      { id: '1', name: 'One', mail: 'one@example.org' },
      { id: '2', name: 'Two', mail: 'two@example.org' },
    ],
  });
  const refused = await ask(source, guest);
  expect(refused.data).toEqual({
    people: [
      { id: '1', name: 'One', mail: null },
      { id: '2', name: 'Two', mail: null },
    ],
  });
  expect(refused.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['people', 0, 'mail'], 'UNAUTHORIZED_FIELD_OR_TYPE'],
    [['people', 1, 'mail'], 'UNAUTHORIZED_FIELD_OR_TYPE'],
  ]);
});

test('an entity is guarded too', async () => {
  const source = '{ _entities(representations: [{ __typename: "Person", id: "1" }]) { ... on Person { name mail } } }';
  expect((await ask(source, reader)).data).toEqual({ _entities: [{ name: 'One', mail: 'one@example.org' }] });
  expect((await ask(source, guest)).data).toEqual({ _entities: [{ name: 'One', mail: null }] });
  expect((await ask(source, anonymous)).data).toEqual({ _entities: [{ name: null, mail: null }] });
});

test('a root field that does not say what it requires is denied to all', async () => {
  expect((await ask('{ unsaid }', reader)).errors).toHaveLength(1);
});

test('what a resolver throws comes through', async () => {
  const { errors } = await ask('{ broken { value later } }', reader);
  expect(errors?.map(({ message }) => message).sort()).toEqual(['no value', 'no value later']);
});

function ask(source: string, viewer: Viewer) {
  return graphql({ schema, source, contextValue: { viewer } });
}
