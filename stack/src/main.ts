import { createLog } from '@teei/runtime/log';
import { createStack } from './create-stack.ts';
import { stackEnv } from './env.ts';
import { startOptions } from './options.ts';
import { demoPassword } from './seed/demo-companies.ts';
import { seedDemo } from './seed/seed-demo.ts';
import { StartFailure } from './start-failure.ts';

/** The whole platform in one process. `stack/start.mjs` runs this once everything is installed and built. */
const started = performance.now();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = (step: string): void => print(`  · ${step}`);

try {
  await run();
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  process.stderr.write(`\n  ✗ ${error.message}\n    ${error.remedy.replaceAll('\n', '\n    ')}\n\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  const env = stackEnv();
  const options = startOptions(process.argv.slice(2), env);
  const stack = await createStack({
    ...options,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    baseUrl: env.BASE_URL,
    secret: env.TEEI_SECRET,
    log: createLog('teei', env.LOG_LEVEL),
    progress,
  });
  stopOnSignals(stack.destroy);
  if (options.demo) await seedDemo(stack, progress);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(`\n  ✓ ready in ${seconds} s\n`);
  print(`    cockpit    ${stack.url}`);
  print(`    graphiql   ${stack.url}/graphiql`);
  print(`    graph      ${stack.url}/graphql`);
  print(`    data       ${stack.databasePlace}`);
  if (options.demo) print(`    sign in    admin@aurora.example  ·  ${demoPassword}`);
  print('\n    Stop with Ctrl-C.\n');
}

/** The first signal stops cleanly, the second at once. */
function stopOnSignals(destroy: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    print('  · stopping');
    destroy().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
