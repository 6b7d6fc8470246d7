import { join } from 'node:path';
import { subgraphNames } from '@teei/runtime/subgraph-names';
import { freePort } from './embedded-postgres.ts';
import { stackEnv } from './env.ts';
import { mailerFrom } from './mail-env.ts';
import { migrate } from './migrate.ts';
import { openPlatformDatabase } from './open-database.ts';
import { type StartOptions, startOptions } from './options.ts';
import { runProcess } from './run-process.ts';
import { platformSecret } from './secrets.ts';
import { Service } from './service.ts';
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
      await startAll(options, undo, () => void destroy().finally(() => process.exit(1)));
    } catch (error) {
      await destroy();
      throw error;
    }
    return { destroy };
  },
  () => progress('stopping'),
);

async function startAll(options: StartOptions, undo: (() => Promise<void>)[], onNoWayIn: () => void): Promise<void> {
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
    BASE_URL: given.BASE_URL ?? `http://localhost:${port}`,
  };
  const production = options.production ? ['--production'] : [];
  const ports = new Map<string, number>();
  for (const name of subgraphNames) {
    const free = await freePort();
    ports.set(name, free);
    env[`SUBGRAPH_${name.toUpperCase()}_URL`] = `http://127.0.0.1:${free}/graphql`;
  }
  progress('starting subgraphs and workers');
  const subgraphs = [...ports].map(([name, own]) =>
    service(name, ['subgraph-process', name, ...production], { ...env, PORT: String(own) }),
  );
  undo.push(() => stopAll(subgraphs));
  await Promise.all(subgraphs.map((each) => each.start()));
  progress('starting the router');
  const surroundings = { ...env, PORT: String(port), HOST: options.host };
  const router = service('router', ['router-process', ...production], surroundings, onNoWayIn);
  // The first to stop: nothing new comes in while the others finish what they have.
  undo.push(() => stopAll([router]));
  await router.start();
  print('\n  ✓ ready\n');
  for (const [name, own] of ports) print(`    ${name.padEnd(11)} http://127.0.0.1:${own}/graphql`);
  print(`    mails       ${mailerFrom(given, options).place}`);
  print(`    router      http://localhost:${port}\n\n    Stop with Ctrl-C.\n`);
}

/** @param onGivenUp when the platform is of no use without it. */
function service(
  name: string,
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  onGivenUp?: () => void,
): Service {
  const host = env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST;
  return new Service({
    name,
    args: ['--enable-source-maps', join(import.meta.dirname, '../dist', `${program}.mjs`), ...args],
    env,
    health: `http://${host}:${env.PORT}/healthz`,
    tell: (line) => void process.stderr.write(`  ${line}\n`),
    ...(onGivenUp ? { onGivenUp } : {}),
  });
}

async function stopAll(services: readonly Service[]): Promise<void> {
  await Promise.all(services.map((each) => each.stop()));
}
