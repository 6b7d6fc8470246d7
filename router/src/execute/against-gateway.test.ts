import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { anonymous } from '@teei/runtime/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type Fixture, startFixture } from '../../test/fixture-router.ts';
import { type FixtureName, fixtureSupergraph } from '../../test/fixture-subgraphs.ts';

/** Our executor and Apollo's, in front of the same subgraphs: for answers without errors they agree to the byte. */
let fixture: Fixture;
let stock: ApolloServer;

beforeAll(async () => {
  fixture = await startFixture({ settings: { authorization: 'off' } });
  const gateway = new ApolloGateway({
    supergraphSdl: withoutSecurity(fixtureSupergraph()),
    buildService: ({ name }) => sourceFor(name as FixtureName),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  stock = new ApolloServer({ gateway });
  await stock.start();
});
afterAll(async () => {
  await stock.stop();
  await fixture.router.destroy();
});

test.each([
  '{ people { name friends { name sessions { title person { name } } } } }',
  '{ sessions { title person { greeting name friends { greeting } } } }',
  '{ search(text: "") { ... on Person { name sessions { title } } ... on Note { text } ... on Robot { serial } } }',
  '{ search(text: "") { __typename ... on Named { id name } ...P } } fragment P on Person { mail greeting }',
  '{ former { id name } formers { name sessions { title } } }',
  '{ named { __typename id ... on Person { sessions { minutes } level } ... on Robot { serial } } }',
  '{ a: person(id: "p1") { x: name y: name sessions { id } } b: person(id: "none") { name sessions { id } } }',
  '{ person(id: "p1") { sessions { person { sessions { person { name } } } } } }',
  '{ __typename t: __type(name: "Person") { name fields { name } } people { __typename t: __typename } }',
  'query Q($yes: Boolean = true) { people @include(if: $yes) { id name @skip(if: $yes) } echo(value: "v") @skip(if: $yes) }',
  'query Q($no: Boolean = false) { sessions { title person @include(if: $no) { name } ... @skip(if: $no) { minutes } } }',
  'query Q($id: ID! = "p2") { person(id: $id) { ...A ...B } } fragment A on Person { friends { id } } fragment B on Person { friends { name } }',
])('%s', async (query) => {
  const ours = await ask(fixture.url, query);
  const theirs = await stock.executeOperation({ query });
  if (theirs.body.kind !== 'single') throw new Error('an incremental answer');
  expect(theirs.body.singleResult.errors).toBeUndefined();
  expect(ours.errors).toBeUndefined();
  expect(JSON.stringify(ours.data)).toBe(JSON.stringify(theirs.body.singleResult.data));
});

function sourceFor(name: FixtureName): GraphQLDataSource {
  return {
    async process({ request }) {
      const passport = { viewer: anonymous, correlationId: 'test' };
      const variables = { ...request.variables };
      const result = await fixture.endpoints[name].execute({ query: request.query ?? '', variables }, passport);
      return JSON.parse(JSON.stringify(result));
    },
  };
}

/** The gateway knows no security directives and refuses a supergraph that has them. */
function withoutSecurity(sdl: string): string {
  return sdl
    .replaceAll(/^ *@link\(url: "https:\/\/specs\.apollo\.dev\/(requiresScopes|authenticated|cost)[^\n]*\n/gm, '')
    .replaceAll(/^directive @(requiresScopes|authenticated|listSize|cost)[^\n]*\n/gm, '')
    .replaceAll(/ *@requiresScopes\(scopes: [^)]*\)| *@authenticated| *@listSize\([^)]*\)/g, '');
}
