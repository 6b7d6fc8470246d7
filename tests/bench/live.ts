import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Stack } from '@teei/stack/create-stack';
import { seedDemo } from '@teei/stack/seed/seed-demo';
import { withBenchStack } from './bench-stack.ts';
import { sessionPublisher } from './publish-session.ts';
import { median, type Report } from './report.ts';
import { signInDemo } from './sign-in-demo.ts';

const subscribers = 1_000;
const eventsPerRound = 20;
const rounds = 3;
/** Between two events; each goes to every subscriber. */
const gapMilliseconds = 500;

/** From the making of an event, through its commit, to 1,000 clients over graphql-ws in another process. */
export async function live(report: Report): Promise<void> {
  await withBenchStack(async (stack) => {
    await seedDemo(stack, report.note);
    const cookie = await signInDemo(stack);
    const publish = await sessionPublisher(stack);
    const results: { p50: number; p95: number; p99: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const result = await oneRound(stack, cookie, publish);
      // The first round warms up.
      if (round > 0) results.push(result);
      report.note(`round ${round}: p50 ${result.p50} ms, p95 ${result.p95} ms, p99 ${result.p99} ms`);
    }
    const of = (pick: (result: { p50: number; p95: number; p99: number }) => number): number =>
      median(results.map(pick));
    report.line({
      bench: 'live',
      name: `publish to receive, ${subscribers} subscribers`,
      unit: 'ms',
      p50: of((result) => result.p50),
      p95: of((result) => result.p95),
      p99: of((result) => result.p99),
    });
  });
}

async function oneRound(
  stack: Stack,
  cookie: string,
  publish: () => Promise<void>,
): Promise<{ p50: number; p95: number; p99: number }> {
  const url = `${stack.url.replace('http', 'ws')}/graphql`;
  const args = [
    '--import',
    'tsx',
    join(import.meta.dirname, 'subscribers.ts'),
    url,
    cookie,
    String(subscribers),
    String(eventsPerRound),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await lines.next();
  for (let index = 0; index < eventsPerRound; index++) {
    await publish();
    await new Promise((resolve) => setTimeout(resolve, gapMilliseconds));
  }
  const { value } = await lines.next();
  return JSON.parse(value) as { p50: number; p95: number; p99: number };
}
