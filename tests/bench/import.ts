import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { receiveUpload } from '@teei/programs/receive-upload';
import { generateKintell } from '@teei/programs/sample';
import type { MemberViewer } from '@teei/runtime/viewer';
import type { Stack } from '@teei/stack/create-stack';
import pg from 'pg';
import { addBenchCompany } from './bench-company.ts';
import { withBenchStack } from './bench-stack.ts';
import { median, type Report } from './report.ts';

const rows = 1_000_000;
const rounds = 2;
/** Row by row, so many are enough to tell the rate. */
const insertedRows = 500;

/**
 * A Kintell file of a million rows from upload to committed rows with their events, against `COPY` of the same rows into
 * a table with the same indexes. Scoring and metrics run meanwhile on the same two cores, as they do in use.
 */
export async function importFile(report: Report): Promise<void> {
  const ours: number[] = [];
  const copies: number[] = [];
  const inserts: number[] = [];
  const growth: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await withBenchStack(async (stack) => {
      const viewer = await addBenchCompany(stack);
      await runImport(stack, viewer, 5_000, 900 + round);
      inserts.push(insertedRows / (await insertEach(stack)));
      const idle = memoryOf();
      const peak = watchMemory();
      const seconds = await runImport(stack, viewer, rows, round + 1);
      growth.push((peak() - idle) / 1024 / 1024);
      ours.push(rows / seconds);
      copies.push(rows / (await copy(stack)));
      const [own, copied, inserted] = [ours, copies, inserts].map((rates) => Math.round(rates.at(-1) ?? 0));
      report.note(`round ${round + 1}: ${own} rows/s, COPY ${copied} rows/s, row by row ${inserted} rows/s`);
    });
  }
  report.line({
    bench: 'import',
    name: '1,000,000 rows, committed with events',
    unit: 'rows/s',
    ours: median(ours),
    peer: median(copies),
    peerName: 'COPY of the same rows',
    ratio: median(ours) / median(copies),
  });
  report.line({
    bench: 'import',
    name: '1,000,000 rows, committed with events, against row by row',
    unit: 'rows/s',
    ours: median(ours),
    peer: median(inserts),
    peerName: 'INSERT of one row after the other',
    ratio: median(ours) / median(inserts),
  });
  report.line({ bench: 'import', name: 'memory above idle at the peak', unit: 'MB', ours: median(growth) });
}

/** Resolves to the seconds from the start of the run to its last commit. */
export async function runImport(stack: Stack, viewer: MemberViewer, count: number, seed: number): Promise<number> {
  const { programs } = stack.subgraphs;
  const chunks = generateKintell({ rows: count, seed }).chunks;
  const body = Readable.from(buffers(chunks));
  const upload = await receiveUpload(programs.parts, viewer, {
    body,
    fileName: 'bench.csv',
    announcedBytes: undefined,
  });
  if ('code' in upload) throw new Error(upload.message);
  const call = async (query: string, id: string): Promise<{ id: string; status: string }> => {
    const { data, errors } = await programs.execute(
      { query, variables: { id } },
      { viewer, correlationId: randomUUID() },
    );
    if (errors) throw errors[0];
    const [answer] = Object.values(data ?? {}) as ({ import: { id: string; status: string } } & {
      id: string;
      status: string;
    })[];
    if (!answer) throw new Error('no answer');
    return answer.import ?? answer;
  };
  const planned = await call(
    'mutation ($id: ID!) { planImport(input: { uploadId: $id }) { ... on ImportChanged { import { id status } } } }',
    upload.uploadId,
  );
  const planDone = async (): Promise<boolean> => {
    const { data } = await programs.execute(
      { query: 'query ($id: ID!) { import(id: $id) { plan { read } } }', variables: { id: planned.id } },
      { viewer, correlationId: randomUUID() },
    );
    const found = data?.import as { plan: unknown } | undefined;
    return found?.plan !== null;
  };
  while (!(await planDone())) await pause(100);
  const started = performance.now();
  await call(
    'mutation ($id: ID!) { startImport(id: $id) { ... on ImportChanged { import { id status } } } }',
    planned.id,
  );
  for (;;) {
    const { status } = await call('query ($id: ID!) { import(id: $id) { id status } }', planned.id);
    if (status === 'COMPLETED') return (performance.now() - started) / 1000;
    if (status === 'FAILED') throw new Error('the import failed');
    await pause(200);
  }
}

/** Seconds for COPY of all sessions into a table with the same columns and indexes. */
async function copy(stack: Stack): Promise<number> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const file = join('/tmp', `teei-bench-${process.pid}.copy`);
  try {
    await client.query(`COPY (SELECT * FROM programs.session LIMIT ${rows}) TO '${file}'`);
    await client.query('CREATE TABLE public.bench_copy (LIKE programs.session INCLUDING ALL)');
    const started = performance.now();
    await client.query(`COPY public.bench_copy FROM '${file}'`);
    return (performance.now() - started) / 1000;
  } finally {
    await client.end();
    await rm(file, { force: true });
  }
}

/** Seconds for so many sessions into a table with the same columns and indexes, a statement with a commit for each, as an importer without batches does. */
async function insertEach(stack: Stack): Promise<number> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    const { rows: sessions } = await client.query<Record<string, unknown>>(
      `SELECT * FROM programs.session LIMIT ${insertedRows}`,
    );
    await client.query('CREATE TABLE public.bench_each (LIKE programs.session INCLUDING ALL)');
    const columns = Object.keys(sessions[0] ?? {});
    const text = `INSERT INTO public.bench_each (${columns.join(', ')}) VALUES (${columns.map((_, n) => `$${n + 1}`).join(', ')})`;
    const started = performance.now();
    for (const session of sessions) await client.query({ name: 'each', text, values: Object.values(session) });
    return (performance.now() - started) / 1000;
  } finally {
    await client.end();
  }
}

function* buffers(chunks: Iterable<string>): Generator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

function memoryOf(): number {
  return process.memoryUsage.rss();
}

/** Returns what gives the highest resident size seen since, and ends the watch. */
function watchMemory(): () => number {
  let highest = memoryOf();
  const timer = setInterval(() => {
    highest = Math.max(highest, memoryOf());
  }, 100);
  return () => {
    clearInterval(timer);
    return highest;
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
