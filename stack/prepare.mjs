// Makes a clone ready to run: installs, generates, composes and builds what is missing or out of date, and says so.
// Plain Node without dependencies, because it runs before there are any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const stamps = join(root, 'node_modules/.cache/teei');

/** @param {{ web: boolean }} wanted */
export async function prepare({ web }) {
  requireNode();
  await step(
    'installing packages',
    'install',
    ['package.json', 'package-lock.json', 'prisma/package.json'],
    ['npm', 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    'node_modules/tsx',
  );
  await step(
    'generating database clients',
    'prisma',
    ['prisma/schema', 'package-lock.json'],
    ['node', 'prisma/generate.mjs'],
    'prisma/generated/profile/client',
  );
  await step(
    'composing the graph',
    'compose',
    sdlFiles(),
    ['node', '--import', 'tsx', 'router/src/compose/main.ts'],
    'router/generated/api-schema.graphql',
  );
  await step(
    'generating types',
    'codegen',
    [...sdlFiles(), 'codegen.yml', 'web/src', 'web/codegen'],
    ['npm', 'run', '--silent', 'codegen'],
    'subgraphs/profile/src/generated/resolvers.ts',
  );
  await prepareServer();
  if (web)
    await step(
      'building the cockpit',
      'web',
      [
        'web/src',
        'web/public',
        'web/index.html',
        'web/graphiql.html',
        'web/vite.config.ts',
        'router/manifests',
        'router/generated',
        'package-lock.json',
      ],
      ['node', 'node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'],
      'web/dist/index.html',
    );
}

/** Only the server, for whoever changed nothing that is generated. */
export async function prepareServer() {
  await step(
    'building the server',
    'server',
    [...serverSources(), 'stack/build-server.mjs', 'package-lock.json'],
    ['node', 'stack/build-server.mjs'],
    'stack/dist/main.mjs',
  );
}

function serverSources() {
  const subgraphs = readdirSync(join(root, 'subgraphs')).map((name) => `subgraphs/${name}/src`);
  return [
    'runtime/src',
    'stack/src',
    'router/src',
    'router/package.json',
    'prisma/src',
    'prisma/schema',
    ...sdlFiles(),
    ...subgraphs,
  ];
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `\n  ✗ Node ${process.versions.node} is too old.\n    Install Node 20.19 or newer: https://nodejs.org\n\n`,
  );
  process.exit(1);
}

function sdlFiles() {
  const folders = readdirSync(join(root, 'subgraphs'));
  return folders.map((name) => `subgraphs/${name}/schema.graphql`).filter((file) => existsSync(join(root, file)));
}

/** Runs a command unless it has run for exactly these inputs and its result is there. */
async function step(words, name, inputs, command, result) {
  if (existsSync(join(root, result)) && stampOf(name) === fingerprint(inputs)) return;
  const started = performance.now();
  process.stdout.write(`  · ${words} …`);
  await run(command, words);
  mkdirSync(stamps, { recursive: true });
  // Taken after the command: some write into what they read from.
  writeFileSync(join(stamps, name), fingerprint(inputs));
  process.stdout.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

function stampOf(name) {
  const file = join(stamps, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) add(hash, join(root, path));
  return hash.digest('hex');
}

function add(hash, path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
    return;
  }
  for (const entry of readdirSync(path).sort()) if (entry !== 'generated') add(hash, join(path, entry));
}

/** Shows what a command said only when it failed. */
function run([program, ...args], words) {
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: root,
      shell: process.platform === 'win32',
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('close', (code) => {
      if (code === 0) return resolve(undefined);
      process.stderr.write(
        `\n\n${Buffer.concat(output)}\n  ✗ ${words} failed: ${program} ${args.join(' ')}\n    The lines above say why.\n\n`,
      );
      process.exit(1);
    });
  });
}
