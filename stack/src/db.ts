import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createLog } from '@teei/runtime/log';
import pg from 'pg';
import { createStack } from './create-stack.ts';
import { stackEnv } from './env.ts';
import { migrate } from './migrate.ts';
import { openPlatformDatabase } from './open-database.ts';
import { startOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { seedDemo } from './seed/seed-demo.ts';
import { StartFailure } from './start-failure.ts';

/** `npm run db:migrate | db:seed | db:reset`, on DATABASE_URL or on the built-in database. */
const [command, ...args] = process.argv.slice(2);
const commands: Record<string, (print: (line: string) => void) => Promise<void>> = {
  migrate: migrateOnly,
  seed,
  reset,
};

await runCommand(async (print) => {
  const run = commands[command ?? ''];
  if (!run)
    throw new StartFailure(`There is no "${command ?? ''}".`, `Use one of ${Object.keys(commands).join(', ')}.`);
  await run(print);
});

async function migrateOnly(print: (line: string) => void): Promise<void> {
  const database = await open(print);
  const applied = await migrate(database.url);
  print(applied.length === 0 ? 'the database is up to date' : `applied ${applied.join(', ')}`);
  await database.stop();
}

async function seed(print: (line: string) => void): Promise<void> {
  const env = stackEnv();
  const options = startOptions(args, env);
  if (options.production) throw new StartFailure('Production has no demo users.', 'Leave out --production.');
  const stack = await createStack({
    ...options,
    port: 0,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    secret: env.TEEI_SECRET,
    log: createLog('seed', env.LOG_LEVEL),
  });
  const made = await seedDemo(stack, print);
  print(made ? 'made the demo companies' : 'there are companies already; nothing was changed');
  await stack.destroy();
}

/** Empties the database and the uploads, then migrates. */
async function reset(print: (line: string) => void): Promise<void> {
  const { dataFolder, production } = startOptions(args, stackEnv());
  if (production)
    throw new StartFailure('A production database is not reset.', 'Drop it by hand if that is what you want.');
  const database = await open(print);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  for (const schema of ['profile', 'programs', 'outcomes', 'reports', 'deliveries', 'privacy', 'identity', 'bullmq']) {
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  }
  await client.query('DROP TABLE IF EXISTS public._prisma_migrations');
  await client.end();
  await rm(join(dataFolder, 'uploads'), { recursive: true, force: true });
  await migrate(database.url);
  print('the database is empty and up to date');
  await database.stop();
}

function open(print: (line: string) => void) {
  const env = stackEnv();
  return openPlatformDatabase({ url: env.DATABASE_URL, dataFolder: startOptions(args, env).dataFolder }, print);
}
