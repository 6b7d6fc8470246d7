import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '@teei/stack/create-stack';
import { seedDemo } from '@teei/stack/seed/seed-demo';
import { build } from 'hdr-histogram-js';
import { withBenchStack } from './bench-stack.ts';
import { sessionPublisher } from './publish-session.ts';
import { median, type Report } from './report.ts';
import { signInDemo } from './sign-in-demo.ts';

const perSecond = 200;
const seconds = 20;
const rounds = 3;

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/**
 * From the making of a session's event to the tile that counts it, over graphql-ws in another process. Events come at their times,
 * whether or not those before have arrived. The n-th event is on the tile when the tile says n more than before.
 */
export async function metrics(report: Report): Promise<void> {
  await withBenchStack(async (stack) => {
    await seedDemo(stack, report.note);
    const tile = await watchTile(stack);
    const publish = await sessionPublisher(stack);
    const results: Percentiles[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const result = await oneRound(tile, publish);
      // The first round warms up.
      if (round > 0) results.push(result);
      report.note(`round ${round}: p50 ${result.p50} ms, p95 ${result.p95} ms, p99 ${result.p99} ms`);
    }
    tile.process.kill();
    const of = (pick: (result: Percentiles) => number): number => median(results.map(pick));
    report.line({
      bench: 'metrics',
      name: `event to tile, ${perSecond} events/s for ${seconds} s`,
      unit: 'ms',
      p50: of(({ p50 }) => p50),
      p95: of(({ p95 }) => p95),
      p99: of(({ p99 }) => p99),
    });
  });
}

interface Tile {
  readonly process: ChildProcess;
  /** What it said, and when; grows. */
  readonly shown: { readonly at: number; readonly sessions: number }[];
}

async function watchTile(stack: Stack): Promise<Tile> {
  const url = `${stack.url.replace('http', 'ws')}/graphql`;
  const file = join(import.meta.dirname, 'tile-watcher.ts');
  const args = ['--import', 'tsx', file, url, await signInDemo(stack)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const tile: Tile = { process: child, shown: [] };
  await new Promise<void>((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`the tile's process ended with ${code}`)));
    createInterface(child.stdout).on('line', (line) => {
      if (line === 'ready') resolve();
      else tile.shown.push(JSON.parse(line) as Tile['shown'][number]);
    });
  });
  return tile;
}

async function oneRound({ shown }: Tile, publish: () => Promise<void>): Promise<Percentiles> {
  const before = await counted(shown, publish);
  const from = shown.length;
  const made: number[] = [];
  const underWay: Promise<void>[] = [];
  const start = Date.now();
  while (made.length < perSecond * seconds) {
    const due = Math.min(perSecond * seconds, Math.floor(((Date.now() - start) * perSecond) / 1_000) + 1);
    while (made.length < due) {
      made.push(Date.now());
      underWay.push(publish());
    }
    await pause(1);
  }
  await Promise.all(underWay);
  await until(() => (shown.at(-1)?.sessions ?? 0) >= before + made.length);
  const histogram = build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: 600_000,
    numberOfSignificantValueDigits: 3,
  });
  let next = from;
  made.forEach((at, index) => {
    while ((shown[next]?.sessions ?? 0) < before + index + 1) next += 1;
    histogram.recordValue(Math.max(1, (shown[next]?.at ?? 0) - at));
  });
  const at = (percentile: number): number => histogram.getValueAtPercentile(percentile);
  return { p50: at(50), p95: at(95), p99: at(99) };
}

/** The tile's number when nothing is under way: one more session makes it speak. */
async function counted(shown: Tile['shown'], publish: () => Promise<void>): Promise<number> {
  const known = shown.length;
  await publish();
  await until(() => shown.length > known);
  let quiet = shown.length;
  do {
    quiet = shown.length;
    await pause(1_500);
  } while (shown.length > quiet);
  return shown.at(-1)?.sessions ?? 0;
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 20) {
    if (waited > 120_000) throw new Error('the tile did not follow within two minutes');
    await pause(20);
  }
}
