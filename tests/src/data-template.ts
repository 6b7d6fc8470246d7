import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSchemaEngine } from '@teei/prisma/schema-engine';
import { startEmbeddedPostgres } from '@teei/stack/embedded-postgres';
import { templates } from './env.ts';
import { until } from './until.ts';

const run = promisify(execFile);

/** A data folder of its own with an empty database that is up to date. Whoever asked removes it. */
export function migratedDataFolder(): Promise<string> {
  return copyOf('migrated', async (folder) => {
    const postgres = await startEmbeddedPostgres(folder, () => undefined);
    await (await openSchemaEngine(postgres.url)).applyMigrations();
    await postgres.stop();
  });
}

/**
 * A data folder filled as `fill` fills one: done once for each run of the tests, by the first file that asks, and copied for the others.
 * `fill` leaves nothing running.
 */
export async function copyOf(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = await newDataFolder();
  if (templates === undefined) {
    await fill(folder);
    return folder;
  }
  const template = join(templates, name);
  while (!existsSync(template)) {
    if (await claim(`${template}.claimed`)) await make(template, fill);
    else await until(`the template ${name}`, () => existsSync(template) || !existsSync(`${template}.claimed`), 240);
  }
  // Files keep their owners: PostgreSQL's belong to its user.
  await run('cp', ['-a', `${template}/.`, folder]);
  return folder;
}

/** PostgreSQL runs as a user of its own when we are root, and must get to its folder. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'teei-test-'));
  await chmod(folder, 0o755);
  return folder;
}

async function make(template: string, fill: (folder: string) => Promise<void>): Promise<void> {
  try {
    const folder = await newDataFolder();
    await fill(folder);
    await rename(folder, template);
  } finally {
    await rm(`${template}.claimed`, { recursive: true, force: true });
  }
}

function claim(folder: string): Promise<boolean> {
  return mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}
