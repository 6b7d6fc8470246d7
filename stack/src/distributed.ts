import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { subgraphNames } from '@teei/runtime/subgraph-names';
import { freePort } from './embedded-postgres.ts';
import { stackEnv } from './env.ts';
import { migrate } from './migrate.ts';
import { openPlatformDatabase } from './open-database.ts';
import { type StartOptions, startOptions } from './options.ts';
import { runProcess } from './run-process.ts';
import { platformSecret } from './secrets.ts';
import { StartFailure } from './start-failure.ts';
import { usablePort } from './usable-port.ts';

/** `npm run start:distributed`: the database, six subgraphs with their workers and the router, each a process of its own. */
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = (step: string): void => print(`  · ${step}`);

await runProcess(
  async () => {
    const options = startOptions(process.argv.slice(2), stackEnv());
    const undo: (() => Promise<void>)[] = [];
    const destroy = async (): Promise<void> => {
      for (const step of undo.splice(0).reverse()) await step();
    };
    try {
      await startAll(options, undo);
    } catch (error) {
      await destroy();
      throw error;
    }
    return { destroy };
  },
  () => progress('stopping'),
);

async function startAll(options: StartOptions, undo: (() => Promise<void>)[]): Promise<void> {
  const given = stackEnv();
  const port = await usablePort(options.port, options.host);
  const secret = await platformSecret(options.dataFolder, given.TEEI_SECRET, options.production);
  progress('starting the database');
  const database = await openPlatformDatabase({ url: given.DATABASE_URL, dataFolder: options.dataFolder }, progress);
  undo.push(() => database.stop());
  progress('bringing the database up to date');
  await migrate(database.url);
  const env: Record<string, string> = {
    ...(process.env as Record<string, string>),
    DATABASE_URL: database.url,
    DATA_FOLDER: options.dataFolder,
    TEEI_SECRET: secret,
    HOST: '127.0.0.1',
  };
  const ports = new Map<string, number>();
  for (const name of subgraphNames) {
    const free = await freePort();
    ports.set(name, free);
    env[`SUBGRAPH_${name.toUpperCase()}_URL`] = `http://127.0.0.1:${free}/graphql`;
  }
  progress('starting subgraphs and workers');
  const launched = [...ports].map(([name, own]) =>
    launch(name, 'subgraph-process.ts', [name], { ...env, PORT: String(own) }),
  );
  undo.push(() => stopAll(launched));
  await Promise.all(launched.map(untilHealthy));
  progress('starting the router');
  const production = options.production ? ['--production'] : [];
  const router = launch('router', 'router-process.ts', production, { ...env, PORT: String(port), HOST: options.host });
  // The first to stop: nothing new comes in while the others finish what they have.
  undo.push(() => stopAll([router]));
  await untilHealthy(router);
  print('\n  ✓ ready\n');
  for (const [name, own] of ports) print(`    ${name.padEnd(11)} http://127.0.0.1:${own}/graphql`);
  print(`    router      http://localhost:${port}\n\n    Stop with Ctrl-C.\n`);
}

interface Service {
  readonly name: string;
  readonly health: string;
  readonly child: ChildProcess;
  stopping: boolean;
}

/**
 * In a process group of its own, so that Ctrl-C reaches only this process, which stops the others in order. The channel
 * between the two tells a service when this process is gone without having stopped it.
 */
function launch(name: string, file: string, args: readonly string[], env: Record<string, string>): Service {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, file), ...args], {
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const host = env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST;
  const service: Service = { name, health: `http://${host}:${env.PORT}/healthz`, child, stopping: false };
  child.on('exit', (code, signal) => {
    if (service.stopping) return;
    process.stderr.write(
      `  ✗ ${name} ended (${code ?? signal}); what needs it is refused until all are started again\n`,
    );
  });
  return service;
}

async function untilHealthy({ name, health, child }: Service): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(100)) {
    if (hasEnded(child)) throw new StartFailure(`${name} did not start.`, 'The lines above say why.');
    const healthy = await fetch(health).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
  }
  throw new StartFailure(`${name} did not answer within two minutes.`, 'See the lines above, or try again.');
}

async function stopAll(services: readonly Service[]): Promise<void> {
  await Promise.all(services.map(stop));
}

function stop(service: Service): Promise<void> {
  const { child } = service;
  service.stopping = true;
  return new Promise((resolve) => {
    if (hasEnded(child)) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
