import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { MemberViewer } from '@teei/runtime/viewer';
import type { Stack } from '@teei/stack/create-stack';
import pg from 'pg';
import { addBenchCompany } from './bench-company.ts';
import { withBenchStack } from './bench-stack.ts';
import { runImport } from './import.ts';
import type { WebhookLoad, WebhookLoadResult } from './open-loop-webhooks.ts';
import type { Report } from './report.ts';
import { sizeOf } from './size-of.ts';

const target = { perSecond: 1_500, seconds: sizeOf('seconds', 60) } as const;
/** A stream of deliveries while a file is stored that takes longer than the stream. */
const beside = { perSecond: 500, seconds: 15, rows: 200_000 } as const;
/** The knee is the last rate at which 95 of 100 answers came in time and none failed. */
const inTime = 100;
const ramp = { from: 2_000, step: 500, to: 8_000, seconds: 8 } as const;
/** As many as the intake may have transactions under way. */
const connections = 4;

/**
 * Signed webhooks from another process, durable before the answer, handled meanwhile on the same two cores; beside them the
 * same row inserted and committed one by one by plain SQL (pgbench comes with no npm package). Counts are compared to the row.
 */
export async function webhooks(report: Report): Promise<void> {
  await withBenchStack(
    async (stack) => {
      const bench = await openBench(stack);
      await bench.send({ perSecond: 500, seconds: 5, run: 'warm' });
      await bench.settled();
      const held = await bench.send({ ...target, run: 'held' });
      report.note(`${held.accepted} accepted, ${held.failed} failed; waiting for what is still to handle`);
      const drained = await bench.settled();
      await bench.mustHold('held', held);
      report.line(lineOf(`${target.perSecond}/s for ${target.seconds} s, ${held.failed} failed`, held));
      report.line({ bench: 'webhooks', name: 'handled after the last answer', unit: 's', ours: drained });

      const doubled = await bench.send({ perSecond: 1_000, seconds: 10, run: 'doubled', duplicates: 0.1 });
      await bench.settled();
      await bench.mustHold('doubled', doubled);
      report.line(lineOf(`10 % duplicates: ${doubled.accepted} new, ${doubled.repeated} repeated, exact`, doubled));

      await besideImport(bench, report);
      const knee = await findKnee(bench, report, held);
      const limit = await bench.insertLimit();
      report.line({
        bench: 'webhooks',
        name: `knee (p95 under ${inTime} ms)`,
        unit: 'events/s',
        ours: knee.rate,
        peer: limit,
        peerName: `one row a commit over ${connections} connections, plain SQL`,
        ratio: knee.rate / limit,
        p50: knee.result.p50,
        p95: knee.result.p95,
        p99: knee.result.p99,
      });
      await bench.close();
    },
    { webhookLimits: { perEndpoint: false } },
  );
}

/** The same stream alone and while an import runs, which gives way to it. */
async function besideImport(bench: Bench, report: Report): Promise<void> {
  const { rows, ...load } = beside;
  const alone = await bench.send({ ...load, run: 'alone' });
  await bench.settled();
  const stored = bench.importFile(rows);
  const together = await bench.send({ ...load, run: 'beside' });
  const isOver = await Promise.race([stored.then(() => true), pause(0).then(() => false)]);
  if (isOver) report.note(`the import was over before the stream: ${rows} rows are too few for this machine`);
  const seconds = await stored;
  await bench.settled();
  await bench.mustHold('beside', together);
  report.note(`p95 ${alone.p95.toFixed(1)} ms without the import, ${together.p95.toFixed(1)} ms beside it`);
  report.line(lineOf(`${load.perSecond}/s alone, ${alone.failed} failed`, alone));
  report.line({
    ...lineOf(`${load.perSecond}/s beside an import, ${together.failed} failed`, together),
    peer: rows / seconds,
    peerName: `rows/s of the import, ${seconds.toFixed(0)} s in all`,
  });
}

const lineOf = (name: string, { accepted, repeated, seconds, p50, p95, p99 }: WebhookLoadResult) => ({
  bench: 'webhooks',
  name,
  unit: 'events/s',
  ours: (accepted + repeated) / seconds,
  p50,
  p95,
  p99,
});

async function findKnee(bench: Bench, report: Report, held: WebhookLoadResult) {
  let best: { rate: number; result: WebhookLoadResult } = { rate: target.perSecond, result: held };
  for (let perSecond = ramp.from; perSecond <= ramp.to; perSecond += ramp.step) {
    const result = await bench.send({ perSecond, seconds: ramp.seconds, run: `ramp${perSecond}` });
    report.note(`${perSecond}/s: p95 ${result.p95.toFixed(1)} ms, ${result.failed} failed`);
    if (result.p95 > inTime || result.failed > 0) break;
    best = { rate: perSecond, result };
  }
  return best;
}

type Bench = Awaited<ReturnType<typeof openBench>>;

async function openBench(stack: Stack) {
  const sql = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 });
  const viewer = await addBenchCompany(stack);
  const { endpointId, path, secret } = await makeEndpoint(stack, viewer);
  const count = async (text: string, ...values: unknown[]): Promise<number> =>
    Number((await sql.query<{ count: string }>(text, values)).rows[0]?.count);
  return {
    send: (load: Pick<WebhookLoad, 'perSecond' | 'seconds' | 'run'> & Partial<WebhookLoad>) =>
      inProcess<WebhookLoadResult>('open-loop-webhooks.ts', [
        JSON.stringify({ url: stack.url + path, secret, duplicates: 0, connections: 128, ...load }),
      ]),
    /** Seconds until every delivery was handled. */
    settled: async (): Promise<number> => {
      const started = performance.now();
      while ((await count(`SELECT count(*) FROM programs.webhook_delivery WHERE status = 'RECEIVED'`)) > 0)
        await pause(100);
      return (performance.now() - started) / 1000;
    },
    /** Throws when what was answered is not what is there, to the row. */
    mustHold: async (run: string, { accepted, distinct, repeated, sent, failed }: WebhookLoadResult): Promise<void> => {
      const like = `msg_${run}_%`;
      const kept = await count('SELECT count(*) FROM programs.webhook_delivery WHERE delivery_id LIKE $1', like);
      const sessions = await count('SELECT count(*) FROM programs.session WHERE source_id LIKE $1', `${run}-%`);
      const right = kept === accepted && kept === sessions && accepted + repeated + failed === sent;
      if (!right || (failed === 0 && accepted !== distinct)) {
        const told = JSON.stringify({ kept, sessions, accepted, repeated, distinct, sent, failed });
        throw new Error(`the counts of ${run} do not agree: ${told}`);
      }
    },
    /** Resolves to the seconds that storing took; the file is checked before. */
    importFile: (rows: number) => runImport(stack, viewer, rows, 77),
    insertLimit: async (): Promise<number> => {
      const args = [stack.databaseUrl, viewer.companyId, endpointId, String(connections), '5'];
      return (await inProcess<{ perSecond: number }>('insert-loop.ts', args)).perSecond;
    },
    close: () => sql.end(),
  };
}

async function makeEndpoint(stack: Stack, viewer: MemberViewer) {
  const query = `mutation { made: createWebhookEndpoint(input: { name: "Bench", source: "kintell" }) {
    ... on WebhookSecretIssued { secret endpoint { id path } } } }`;
  const { data, errors } = await stack.subgraphs.programs.execute({ query }, { viewer, correlationId: randomUUID() });
  if (errors) throw errors[0];
  const { made } = data as { made: { secret: string; endpoint: { id: string; path: string } } };
  return { secret: made.secret, endpointId: made.endpoint.id, path: made.endpoint.path };
}

async function inProcess<Result>(file: string, args: readonly string[]): Promise<Result> {
  const script = join(import.meta.dirname, file);
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args]);
  return JSON.parse(stdout) as Result;
}
