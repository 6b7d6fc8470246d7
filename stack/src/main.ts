import { createLog } from '@teei/runtime/log';
import { createStack } from './create-stack.ts';
import { stackEnv } from './env.ts';
import { mailerFrom } from './mail-env.ts';
import { modelAccessFrom } from './model-env.ts';
import { startOptions } from './options.ts';
import { retentionFrom } from './retention-env.ts';
import { runProcess } from './run-process.ts';
import { demoPassword } from './seed/demo-companies.ts';
import { seedDemo } from './seed/seed-demo.ts';

/** The whole platform in one process. `stack/start.mjs` runs this once everything is installed and built. */
const started = performance.now();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = (step: string): void => print(`  · ${step}`);

await runProcess(
  async () => {
    const env = stackEnv();
    const options = startOptions(process.argv.slice(2), env);
    const mailer = mailerFrom(env, options);
    const stack = await createStack({
      ...options,
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      baseUrl: env.BASE_URL,
      secret: env.TEEI_SECRET,
      retention: retentionFrom(env),
      retiredSecrets: env.TEEI_SECRET_RETIRED,
      allowedHosts: env.TEEI_ALLOWED_HOSTS,
      mailer,
      remoteModels: modelAccessFrom(env),
      queryUnits: env.QUERY_UNITS_PER_DAY,
      log: createLog('teei', env.LOG_LEVEL),
      progress,
    });
    if (options.demo) {
      await seedDemo(stack, progress).catch(async (error: unknown) => {
        await stack.destroy();
        throw error;
      });
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(`\n  ✓ ready in ${seconds} s\n`);
    print(`    cockpit    ${stack.url}`);
    print(`    graphiql   ${stack.url}/graphiql`);
    print(`    graph      ${stack.url}/graphql`);
    print(`    data       ${stack.databasePlace}`);
    print(`    mails      ${mailer.place}`);
    if (options.demo) print(`    sign in    admin@aurora.example  ·  ${demoPassword}`);
    print('\n    Stop with Ctrl-C.\n');
    return stack;
  },
  () => progress('stopping'),
);
