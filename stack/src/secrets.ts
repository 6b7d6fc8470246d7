import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFailure } from './start-failure.ts';

/**
 * The secret that signs sessions and viewers. Outside production one is made on first start and kept in the data folder;
 * production wants one that the operator chose.
 */
export async function platformSecret(
  dataFolder: string,
  given: string | undefined,
  production: boolean,
): Promise<string> {
  if (given !== undefined) {
    if (given.length >= 32) return given;
    throw new StartFailure(
      'TEEI_SECRET is too short.',
      'Use at least 32 random characters, such as the output of: openssl rand -hex 32',
    );
  }
  if (production) {
    throw new StartFailure(
      'Production needs TEEI_SECRET.',
      'Set it to at least 32 random characters, such as the output of: openssl rand -hex 32',
    );
  }
  const file = join(dataFolder, 'secret');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined && kept.length >= 32) return kept;
  const made = randomBytes(32).toString('hex');
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

/**
 * Earlier values of TEEI_SECRET, separated by spaces: they open what they sealed until `npm run secrets:rotate` has run.
 * Throws `StartFailure`.
 */
export function retiredSecrets(text = ''): readonly string[] {
  const retired = text.split(/\s+/).filter((each) => each !== '');
  if (retired.every((each) => each.length >= 32)) return retired;
  throw new StartFailure(
    'TEEI_SECRET_RETIRED names a secret that is too short.',
    'Give the earlier values of TEEI_SECRET whole, separated by spaces.',
  );
}
