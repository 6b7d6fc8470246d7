import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * `npm run bench -- router [--json]`: what the router costs, with subgraphs that answer from memory. Every server and the
 * load run in processes of their own; ours and the peer take turns within each round, so that a busy machine slows both.
 */
const isJson = process.argv.includes('--json');
const rounds = 3;
const seconds = 4;
const run = promisify(execFile);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const subgraphs = await start('subgraphs');
try {
  await compare('all-in-one', 'ours-in-process', 'stock-in-process', '');
  await compare('distributed', 'ours-distributed', 'stock-distributed', subgraphs.url);
} finally {
  subgraphs.process.kill();
}

async function compare(name: string, ours: string, peer: string, origin: string): Promise<void> {
  const [one, other] = [await start(ours, origin), await start(peer, origin)];
  try {
    for (const kind of ['identical', 'unique'] as const)
      report(`${name}, ${kind} requests`, await measured(one, other, kind));
  } finally {
    one.process.kill();
    other.process.kill();
  }
}

async function measured(
  one: Candidate,
  other: Candidate,
  kind: string,
): Promise<{ readonly ours: Load; readonly peer: Load }> {
  await load(one.url, kind, 3);
  await load(other.url, kind, 3);
  const ours: Load[] = [];
  const peer: Load[] = [];
  for (let round = 1; round <= rounds; round++) {
    ours.push(await load(one.url, kind, seconds));
    peer.push(await load(other.url, kind, seconds));
    say(
      `  round ${round}: ${ours.at(-1)?.perSecond.toFixed(0)} against ${peer.at(-1)?.perSecond.toFixed(0)} requests/s`,
    );
  }
  return { ours: median(ours), peer: median(peer) };
}

function report(name: string, { ours, peer }: { readonly ours: Load; readonly peer: Load }): void {
  const ratio = round(ours.perSecond / peer.perSecond);
  const line = {
    bench: 'router',
    name,
    unit: 'requests/s',
    ours: round(ours.perSecond),
    peer: round(peer.perSecond),
    peerName: 'Apollo Server + @apollo/gateway',
    ratio,
    p50: round(ours.p50),
    p95: round(ours.p95),
    p99: round(ours.p99),
  };
  if (isJson) process.stdout.write(`${JSON.stringify(line)}\n`);
  else
    process.stdout.write(
      `${name}: ${line.ours} requests/s, ${line.peerName} ${line.peer}: ${ratio} times; p50 ${line.p50} ms, p95 ${line.p95} ms, p99 ${line.p99} ms\n`,
    );
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
