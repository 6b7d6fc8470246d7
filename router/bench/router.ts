import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installHive } from './hive-gateway.ts';

/**
 * `npm run bench -- router [--json]`: what the router costs, with subgraphs that answer from memory. Every server and the
 * load run in processes of their own; ours and the peers take turns within each round, so that a busy machine slows all.
 */
const isJson = process.argv.includes('--json');
const rounds = 3;
const seconds = 2.5;
const run = promisify(execFile);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const peers: Peer[] = [{ kind: 'stock', name: 'Apollo Server + @apollo/gateway' }];
if (await hasHive()) peers.push({ kind: 'hive', name: '@graphql-hive/gateway' });
const subgraphs = await start('subgraphs');
try {
  await compare('all-in-one', 'in-process', '');
  await compare('distributed', 'distributed', subgraphs.url);
} finally {
  stop(subgraphs);
}

async function hasHive(): Promise<boolean> {
  try {
    await installHive(say);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`@graphql-hive/gateway cannot be installed here, so it is left out: ${reason}`);
    return false;
  }
}

async function compare(name: string, place: string, origin: string): Promise<void> {
  const candidates: Candidate[] = [];
  try {
    for (const kind of ['ours', ...peers.map((peer) => peer.kind)]) {
      candidates.push(await start(`${kind}-${place}`, origin));
    }
    for (const kind of ['identical', 'unique'] as const) {
      const [ours, ...theirs] = await measured(candidates, kind);
      for (const [index, peer] of peers.entries()) report(`${name}, ${kind} requests`, ours, theirs[index], peer.name);
    }
  } finally {
    for (const candidate of candidates) stop(candidate);
  }
}

/** The median of each candidate, in their order. */
async function measured(candidates: readonly Candidate[], kind: string): Promise<readonly Load[]> {
  const loads = candidates.map((): Load[] => []);
  for (const { url } of candidates) await load(url, kind, 3);
  for (let round = 1; round <= rounds; round++) {
    for (const [index, { url }] of candidates.entries()) loads[index]?.push(await load(url, kind, seconds));
    const rates = loads.map((each) => each.at(-1)?.perSecond.toFixed(0));
    say(`  ${kind}, round ${round}: ${rates.join(' against ')} requests/s`);
  }
  return loads.map(median);
}

function report(name: string, ours: Load | undefined, peer: Load | undefined, peerName: string): void {
  if (!ours || !peer) throw new Error('A candidate was not measured');
  const line = {
    bench: 'router',
    name,
    unit: 'requests/s',
    ours: round(ours.perSecond),
    peer: round(peer.perSecond),
    peerName,
    ratio: round(ours.perSecond / peer.perSecond),
    p50: round(ours.p50),
    p95: round(ours.p95),
    p99: round(ours.p99),
  };
  if (isJson) process.stdout.write(`${JSON.stringify(line)}\n`);
  else
    process.stdout.write(
      `${name}: ${line.ours} requests/s, ${peerName} ${line.peer}: ${line.ratio} times; p50 ${line.p50} ms, p95 ${line.p95} ms, p99 ${line.p99} ms\n`,
    );
}

interface Peer {
  /** The first word of its candidates. */
  readonly kind: string;
  readonly name: string;
}

interface Candidate {
  readonly process: ChildProcess;
  readonly url: string;
}

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

async function start(kind: string, origin = ''): Promise<Candidate> {
  say(`starting ${kind}`);
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'candidate.ts'), kind, origin], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Both sides as they run in production: graphql-js leaves out its checks for developers.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('close', (code) => reject(new Error(`${kind} ended with ${code}`)));
  });
  return { process: child, url };
}

/** Hive Gateway answers a polite signal by waiting for its connections. */
function stop(candidate: Candidate): void {
  candidate.process.kill('SIGKILL');
}

async function load(url: string, kind: string, duration: number): Promise<Load> {
  const script = join(import.meta.dirname, 'load.ts');
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, url, kind, String(duration)]);
  return JSON.parse(stdout) as Load;
}

function median(loads: readonly Load[]): Load {
  const sorted = [...loads].sort((one, other) => one.perSecond - other.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('There was no round');
  return middle;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
