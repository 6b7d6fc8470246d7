import { type DatabaseRole, openDatabase } from '@teei/runtime/database';
import { createSealer } from '@teei/runtime/sealed-secret';
import { stackEnv } from './env.ts';
import { openPlatformDatabase } from './open-database.ts';
import { startOptions } from './options.ts';
import { resealAll } from './reseal.ts';
import { runCommand } from './run-command.ts';
import { platformSecret, retiredSecrets } from './secrets.ts';
import { StartFailure } from './start-failure.ts';

/**
 * `npm run secrets:rotate`: seals again, with TEEI_SECRET, what was sealed with one of TEEI_SECRET_RETIRED. It may run beside the
 * platform, and again; once it has found nothing that does not open, the retired secrets can be forgotten.
 */
await runCommand(async (print) => {
  const env = stackEnv();
  const { dataFolder, production } = startOptions(process.argv.slice(2), env);
  const secret = await platformSecret(dataFolder, env.TEEI_SECRET, production);
  const sealer = createSealer(secret, retiredSecrets(env.TEEI_SECRET_RETIRED));
  const database = await openPlatformDatabase({ url: env.DATABASE_URL, dataFolder }, print);
  const open = (role: DatabaseRole) => openDatabase({ url: database.url, role, connections: 1 });
  const { resealed, current, broken } = await resealAll(open, sealer);
  print(`sealed again: ${resealed}; with this secret already: ${current}; not to be opened: ${broken}`);
  await database.stop();
  if (broken > 0) {
    throw new StartFailure(
      `${broken} secrets do not open.`,
      'Name the secret that they were sealed with in TEEI_SECRET_RETIRED, or enter them again in the cockpit.',
    );
  }
});
