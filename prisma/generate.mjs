// Generates one Prisma client for each Postgres schema, so that a subgraph's code cannot name another's tables.
// No engine is downloaded: generating needs none, and PRISMA_SCHEMA_ENGINE_BINARY keeps the CLI from looking for one.
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const here = import.meta.dirname;
const base = await readFile(join(here, 'schema/base.prisma'), 'utf8');
const domains = (await readdir(join(here, 'schema')))
  .filter((file) => file !== 'base.prisma')
  .map((file) => file.slice(0, -7));
const cli = join(here, '../node_modules/prisma/build/index.js');
await Promise.all(domains.map(generate));

async function generate(domain) {
  const models = await readFile(join(here, `schema/${domain}.prisma`), 'utf8');
  const text =
    base.replace(/schemas\s*=.*/, `schemas = ["${domain}"]`).replace('../generated/all', './client') + models;
  const folder = join(here, 'generated', domain);
  const file = join(folder, 'schema.prisma');
  if ((await readFile(file, 'utf8').catch(() => '')) === text && (await exists(join(folder, 'client')))) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(file, text);
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  await promisify(execFile)(process.execPath, [cli, 'generate', '--schema', file, '--no-hints'], { env, cwd: here });
}

async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}
