import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sessionCompleted } from '@teei/programs/events';
import { newId } from '@teei/runtime/id';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import type { Stack } from '@teei/stack/create-stack';
import { demoCompanies, demoPassword } from '@teei/stack/seed/demo-companies';
import { seedDemo } from '@teei/stack/seed/seed-demo';
import { withBenchStack } from './bench-stack.ts';
import { median, type Report } from './report.ts';

const subscribers = 1_000;
const eventsPerRound = 20;
const rounds = 3;
/** Between two events; each goes to every subscriber. */
const gapMilliseconds = 500;

/** From the making of an event, through its commit, to 1,000 clients over graphql-ws in another process. */
export async function live(report: Report): Promise<void> {
  await withBenchStack(async (stack) => {
    await seedDemo(stack, report.note);
    const cookie = await signIn(stack);
    const results: { p50: number; p95: number; p99: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const result = await oneRound(stack, cookie);
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

async function oneRound(stack: Stack, cookie: string): Promise<{ p50: number; p95: number; p99: number }> {
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
    await publish(stack);
    await new Promise((resolve) => setTimeout(resolve, gapMilliseconds));
  }
  const { value } = await lines.next();
  return JSON.parse(value) as { p50: number; p95: number; p99: number };
}

async function publish(stack: Stack): Promise<void> {
  const { parts } = stack.subgraphs.programs;
  const companyId = demoCompanies[0]?.id ?? '';
  await inTenant(parts.database, serviceViewer('bench', companyId), async (tx) => {
    const sessionId = newId();
    const data = {
      sessionId,
      revision: 1,
      programmeId: newId(),
      participantId: newId(),
      volunteerId: null,
      startedAt: new Date().toISOString(),
      durationMinutes: 60,
      correction: false,
    };
    await parts.outbox.append(tx, sessionCompleted, [{ subject: sessionId, data }]);
  });
}

async function signIn(stack: Stack): Promise<string> {
  const response = await fetch(`${stack.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: stack.url },
    body: JSON.stringify({ email: 'admin@aurora.example', password: demoPassword }),
  });
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}
