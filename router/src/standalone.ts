import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { authenticateNobody } from './authenticate.ts';
import { createRouter, type Router } from './main.ts';
import { routerSettings } from './settings.ts';
import { createHttpEndpoint } from './subgraph/http-endpoint.ts';

/** `npm run router -- --supergraph FILE --port N --insecure-no-auth`: the router alone, in front of HTTP subgraphs. */
const usage = `usage: npm run router -- --supergraph FILE [--port 4000] [--host 127.0.0.1] [--production] --insecure-no-auth

  --insecure-no-auth   answer every field for everybody, and send no viewer to the subgraphs
Without it the router must know who may sign in: that is part of the whole platform, "npm start".`;

const options = readOptions();
const log = pino({ level: process.env.LOG_LEVEL ?? 'info' });
const router = await start();
const { port } = await router.listen(options).catch((error: unknown) => fail(portProblem(error)));
process.stdout.write(`router: http://${options.host}:${port}/graphql\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

async function start(): Promise<Router> {
  const metrics = new Registry();
  return createRouter({
    supergraph: { file: options.supergraph },
    endpointFor: (name, url, onBreaker) => createHttpEndpoint({ name, url, onBreaker }),
    authenticate: authenticateNobody,
    settings: routerSettings({
      authorization: 'off',
      production: options.production,
      maskErrors: options.production,
      // A single load generator is one address.
      rateLimit: { perAddress: false, perViewer: false },
    }),
    log,
    metrics,
  }).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
}

async function stop(): Promise<void> {
  await router.destroy();
  process.exit(0);
}

function readOptions(): { supergraph: string; port: number; host: string; production: boolean } {
  const { values } = parsedOrFail();
  if (values.supergraph === undefined) fail(usage);
  if (!values['insecure-no-auth']) fail(`The router alone cannot authenticate anybody.\n\n${usage}`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`--port ${values.port} is not a port number`);
  return { supergraph: values.supergraph, port, host: values.host, production: values.production };
}

function parsedOrFail() {
  try {
    return parseArgs({
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string', default: '4000' },
        host: { type: 'string', default: '127.0.0.1' },
        production: { type: 'boolean', default: false },
        'insecure-no-auth': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function portProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${options.port} is taken: choose another with --port`;
  return error instanceof Error ? error.message : String(error);
}

function fail(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
