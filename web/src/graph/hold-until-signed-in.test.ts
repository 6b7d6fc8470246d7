import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdUntilSignedIn } from './hold-until-signed-in.ts';
import { sendOnce } from './send-once.ts';

// A real server that knows whether anybody is signed in, as the router does; each request's key is noted.
let server: Server;
let client: ApolloClient;
let signedIn: boolean;
let owner: string | null;
let answerToStrangers: { status: number; code: string };
let keys: (string | undefined)[];
let renewals: (() => void)[];

const rename = gql`mutation Rename { rename }`;

beforeEach(async () => {
  signedIn = false;
  owner = 'olena@example.net';
  answerToStrangers = { status: 401, code: 'UNAUTHENTICATED' };
  keys = [];
  renewals = [];
  server = createServer(respond).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const session = {
    isOver: async () => owner !== null && !signedIn,
    renewed: () =>
      owner === null ? Promise.resolve(false) : new Promise<boolean>((done) => renewals.push(() => done(true))),
  };
  client = new ApolloClient({
    link: sendOnce(() => 5)
      .concat(holdUntilSignedIn(session))
      .concat(new HttpLink({ uri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` })),
    cache: new InMemoryCache(),
    defaultOptions: { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } },
  });
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function respond(request: IncomingMessage, response: ServerResponse): void {
  keys.push(request.headers['idempotency-key'] as string | undefined);
  const { status, code } = answerToStrangers;
  const json = signedIn ? { data: { rename: true } } : { errors: [{ message: 'no', extensions: { code } }] };
  const type = 'application/graphql-response+json';
  response.writeHead(signedIn ? 200 : status, { 'content-type': type, connection: 'close' }).end(JSON.stringify(json));
}

async function signInOnceHeld(): Promise<void> {
  await expect.poll(() => renewals.length).toBe(1);
  signedIn = true;
  renewals[0]?.();
}

test.each([
  ['the session has ended', { status: 401, code: 'UNAUTHENTICATED' }],
  ['the browser has dropped its cookie', { status: 200, code: 'UNAUTHORIZED_FIELD_OR_TYPE' }],
])('a mutation waits when %s, and goes out again with its key', async (_why, answer) => {
  answerToStrangers = answer;
  const sent = client.mutate({ mutation: rename });
  await signInOnceHeld();
  expect((await sent).data).toEqual({ rename: true });
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('what a role may not read is no end of a session', async () => {
  answerToStrangers = { status: 200, code: 'UNAUTHORIZED_FIELD_OR_TYPE' };
  owner = null;
  const { error } = await client.query({ query: gql`{ members }` });
  expect(error).toBeDefined();
  expect(renewals).toEqual([]);
});

test('before anybody was signed in, the refusal is the answer', async () => {
  owner = null;
  const { error } = await client.query({ query: gql`{ viewer }` });
  expect(error).toBeDefined();
  expect(keys).toHaveLength(1);
});
