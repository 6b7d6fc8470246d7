import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { subgraphNames } from '@teei/runtime/subgraph-names';
import { freePort } from './embedded-postgres.ts';
import { stackEnv } from './env.ts';
import { migrate } from './migrate.ts';
import { openPlatformDatabase } from './open-database.ts';
import { startOptions } from './options.ts';
import { runProcess } from './run-process.ts';
import { platformSecret } from './secrets.ts';

/** `npm run start:distributed`: the database, six subgraphs with their workers and the router, each a process of its own. */
await runProcess(async () => {
  const given = stackEnv();
  const options = startOptions(process.argv.slice(2), given);
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const database = await openPlatformDatabase({ url: given.DATABASE_URL, dataFolder: options.dataFolder }, (step) =>
    print(`  · ${step}`),
  );
  await migrate(database.url);
  const env: Record<string, string> = {
    ...(process.env as Record<string, string>),
    DATABASE_URL: database.url,
    DATA_FOLDER: options.dataFolder,
    TEEI_SECRET: await platformSecret(options.dataFolder, given.TEEI_SECRET, options.production),
  };
  const ports = new Map<string, number>();
  for (const name of subgraphNames) {
    const port = await freePort();
    ports.set(name, port);
    env[`SUBGRAPH_${name.toUpperCase()}_URL`] = `http://127.0.0.1:${port}/graphql`;
  }
  const children = subgraphNames.map((name) =>
    launch('subgraph-process.ts', [name], { ...env, PORT: String(ports.get(name)) }),
  );
  await Promise.all([...ports.values()].map((port) => untilHealthy(`http://127.0.0.1:${port}/healthz`)));
  const production = options.production ? ['--production'] : [];
  children.push(launch('router-process.ts', production, { ...env, PORT: String(options.port), HOST: options.host }));
  await untilHealthy(`http://127.0.0.1:${options.port}/healthz`);
  for (const name of subgraphNames) print(`    ${name.padEnd(11)} http://127.0.0.1:${ports.get(name)}/graphql`);
  print(`    router      http://localhost:${options.port}\n\n    Stop with Ctrl-C.\n`);
  return {
    destroy: async () => {
      await Promise.all(children.map(stop));
      await database.stop();
    },
  };
});

function launch(file: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, file), ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.on('exit', (code) => {
    if (code) process.stderr.write(`  ✗ ${file} ${args.join(' ')} ended with code ${code}\n`);
  });
  return child;
}

async function untilHealthy(url: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const healthy = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within a minute`);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
