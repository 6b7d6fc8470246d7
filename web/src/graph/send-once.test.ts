import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendOnce } from './send-once.ts';

// A real server that answers as the test says, or breaks the connection; each request's key is noted.
type Answer = { readonly status?: number; readonly type?: string; readonly json: unknown } | 'broken';
let server: Server;
let client: ApolloClient;
let answers: Answer[];
let keys: (string | undefined)[];

const done: Answer = { json: { data: { rename: true } } };
const inFlight: Answer = {
  status: 409,
  type: 'application/graphql-response+json',
  json: { errors: [{ message: 'under way', extensions: { code: 'IDEMPOTENCY_KEY_IN_FLIGHT' } }] },
};
const rename = gql`mutation Rename($to: String!) { rename(to: $to) }`;
const send = (to: string) => client.mutate({ mutation: rename, variables: { to } });

beforeEach(async () => {
  answers = [];
  keys = [];
  server = createServer(respond).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  client = new ApolloClient({
    link: sendOnce(() => 5).concat(new HttpLink({ uri })),
    cache: new InMemoryCache(),
    defaultOptions: { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } },
  });
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function respond(request: IncomingMessage, response: ServerResponse): void {
  keys.push(request.headers['idempotency-key'] as string | undefined);
  const answer = answers.shift() ?? done;
  if (answer === 'broken') return void request.socket.destroy();
  const { status = 200, type = 'application/json', json } = answer;
  response.writeHead(status, { 'content-type': type, connection: 'close' }).end(JSON.stringify(json));
}

test('each intent has a key of its own, also when it asks for the same', async () => {
  await send('A');
  await send('A');
  await send('B');
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) expect(key).toMatch(/^\d+(-\d+){3}$/);
});

test('a mutation whose connection breaks is sent again with its key', async () => {
  answers = ['broken', 'broken'];
  expect((await send('A')).data).toEqual({ rename: true });
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
});

test('what nobody answered keeps its key when the person tries again, and not beyond an answer', async () => {
  answers = ['broken', 'broken', 'broken'];
  await expect(send('A')).rejects.toBeInstanceOf(TypeError);
  await send('A');
  await send('A');
  expect(keys).toHaveLength(5);
  expect(new Set(keys.slice(0, 4)).size).toBe(1);
  expect(keys[4]).not.toBe(keys[0]);
});

test('one that is under way already is asked for until it is answered', async () => {
  answers = [inFlight];
  expect((await send('A')).data).toEqual({ rename: true });
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(2);
});

test('a refusal is an answer: it is not sent again', async () => {
  answers = [{ status: 401, json: { errors: [{ message: 'who are you' }] } }];
  await expect(send('A')).rejects.toThrow();
  await send('A');
  expect(keys).toHaveLength(2);
  expect(keys[0]).not.toBe(keys[1]);
});

test('queries carry no key', async () => {
  answers = [{ json: { data: { company: 'x' } } }];
  await client.query({ query: gql`{ company }` });
  expect(keys).toEqual([undefined]);
});
