import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { authenticateNobody } from '../src/authenticate.ts';
import { createRouter } from '../src/main.ts';
import { routerSettings } from '../src/settings.ts';
import { createHttpEndpoint } from '../src/subgraph/http-endpoint.ts';
import { FixedEndpoint, type FixedSubgraph, fixedAnswer, fixedSupergraph } from './fixed-subgraphs.ts';
import { startHive } from './hive-gateway.ts';

/** One server under test, in a process of its own: `candidate.ts KIND [SUBGRAPHS_ORIGIN]`; tells its url on stdout. */
const [kind = '', origin = ''] = process.argv.slice(2);
const supergraph = fixedSupergraph((name) => (origin === '' ? `http://${name}/graphql` : `${origin}/${name}`));
const starts: Record<string, () => Promise<string>> = {
  subgraphs: startSubgraphs,
  'ours-in-process': () => startOurs((name) => new FixedEndpoint(name as FixedSubgraph)),
  'ours-distributed': () => startOurs((name, url, onBreaker) => createHttpEndpoint({ name, url, onBreaker })),
  'stock-in-process': () => startStock((name) => inProcessSource(name as FixedSubgraph)),
  'stock-distributed': () => startStock(undefined),
  'hive-in-process': () => startHive(supergraph, true),
  'hive-distributed': () => startHive(supergraph, false),
};
const start = starts[kind];
if (!start) throw new Error(`Unknown candidate "${kind}"`);
process.stdout.write(`${await start()}\n`);

async function startOurs(endpointFor: Parameters<typeof createRouter>[0]['endpointFor']): Promise<string> {
  const router = await createRouter({
    supergraph: { sdl: supergraph },
    endpointFor,
    authenticate: authenticateNobody,
    settings: routerSettings({ rateLimit: { perAddress: false, perViewer: false } }),
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
  });
  const { port } = await router.listen({ port: 0 });
  return `http://127.0.0.1:${port}/graphql`;
}

async function startStock(sourceOf: ((name: string) => GraphQLDataSource) | undefined): Promise<string> {
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    ...(sourceOf ? { buildService: ({ name }) => sourceOf(name) } : {}),
  });
  const server = new ApolloServer({ gateway });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return `${url}graphql`;
}

function inProcessSource(name: FixedSubgraph): GraphQLDataSource {
  return {
    async process({ request }) {
      return fixedAnswer(name, { variables: request.variables ?? {} });
    },
  };
}

/** All subgraphs behind one port, told apart by their path. */
async function startSubgraphs(): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const answer = fixedAnswer(request.url?.slice(1) as FixedSubgraph, JSON.parse(body || '{}'));
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
