import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type FixedSubgraph, fixedAnswer } from './fixed-subgraphs.ts';

/** Installed by the benchmark for itself: seven hundred packages that nothing else here needs. */
const version = '2.15.1';
const folder = join(import.meta.dirname, `../../.data/bench/hive-gateway-${version}`);

/** Rejects when npm cannot fetch it. Once it is there it is not asked for again. */
export async function installHive(say: (text: string) => void): Promise<void> {
  if (existsSync(folder)) return;
  say(`installing @graphql-hive/gateway ${version} in .data/bench`);
  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { '@graphql-hive/gateway': version, graphql: '16.15.0' },
    // The same as in our own package.json: the version that it asks for is not on every registry.
    overrides: { '@graphql-tools/batch-execute': '10.2.0', graphql: '16.15.0' },
  };
  try {
    await writeFile(join(fresh, 'package.json'), JSON.stringify(manifest));
    const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await promisify(execFile)('npm', flags, { cwd: fresh, timeout: 300_000 });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** With its own defaults; without an origin its subgraphs answer in its process, as ours do. */
export async function startHive(supergraph: string, isInProcess: boolean): Promise<string> {
  const entry = pathToFileURL(join(folder, 'node_modules/@graphql-hive/gateway/dist/index.js')).href;
  const { createGatewayRuntime } = (await import(entry)) as HiveGateway;
  const gateway = createGatewayRuntime({
    supergraph,
    logging: 'error',
    ...(isInProcess ? { transports: { http: { getSubgraphExecutor } } } : {}),
  });
  const server = createServer(gateway);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

function getSubgraphExecutor({ subgraphName }: { readonly subgraphName: string }) {
  return async ({ variables }: { readonly variables?: Record<string, unknown> }) =>
    fixedAnswer(subgraphName as FixedSubgraph, { variables: variables ?? {} });
}

/** What of it is used here. */
interface HiveGateway {
  createGatewayRuntime(options: Readonly<Record<string, unknown>>): RequestListener;
}
