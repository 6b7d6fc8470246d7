// Before any test: the server as it would be started now, and a place for what test files copy instead of making it each.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareServer } from './prepare.mjs';

export async function setup() {
  await prepareServer();
  const folder = await mkdtemp(join(tmpdir(), 'teei-templates-'));
  await chmod(folder, 0o755);
  process.env.TEEI_TEMPLATES = folder;
  return () => rm(folder, { recursive: true, force: true });
}
