// `npm test`: makes the clone ready, checks it, and runs every test. Says where it is, and ends with one line of counts.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const long = process.argv.includes('--long');
process.stdout.write('\n  TEEI CSR Platform: tests\n\n');
await prepare({ web: true });
const system = systemPrograms();
if (!long) await runOrFail('checking', 'npm', ['run', '--silent', 'check']);
const folder = await mkdtemp(join(tmpdir(), 'teei-tests-'));
const report = join(folder, 'report.json');
const code = await run(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...(long ? ['--mode', 'long'] : []),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  { ...process.env, ...system },
);
const counts = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'));
await rm(folder, { recursive: true, force: true });
const passed = counts.numPassedTests ?? 0;
const failed = (counts.numFailedTests ?? 0) + (code !== 0 && !counts.numFailedTests ? 1 : 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(code !== 0 || passed === 0 ? 1 : 0);

/** A browser and a Redis server for the tests that need them; Debian's packages when we may install them. */
function systemPrograms() {
  const wanted = {
    chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    'redis-server': ['/usr/bin/redis-server', '/usr/local/bin/redis-server'],
  };
  const missing = Object.keys(wanted).filter((name) => !wanted[name].some(existsSync));
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write(`  · installing ${missing.join(' and ')} …\n`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { stdio: 'ignore' });
  }
  const found = (name) => wanted[name].find(existsSync) ?? '';
  const browser = process.env.TEEI_BROWSER ?? found('chromium');
  if (browser === '') {
    process.stderr.write(
      '\n  ✗ The browser tests need Chromium.\n    Install it (Debian: apt-get install chromium), or set TEEI_BROWSER to the path of a Chromium or Chrome.\n\n',
    );
    process.exit(1);
  }
  if (found('redis-server') === '') process.stdout.write('  · no redis-server here: the tests on Redis are left out\n');
  return { TEEI_BROWSER: browser, TEEI_REDIS_SERVER: found('redis-server') };
}

async function runOrFail(words, command, args) {
  process.stdout.write(`  · ${words}\n`);
  const code = await run(command, args, process.env);
  if (code === 0) return;
  process.stderr.write(`\n  ✗ ${words} failed: ${command} ${args.join(' ')}\n\n0 passed, 1 failed\n`);
  process.exit(1);
}

function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('close', (status) => resolve(status ?? 1));
  });
}
