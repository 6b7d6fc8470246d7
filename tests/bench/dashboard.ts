import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from '@teei/stack/create-stack';
import { demoCompanies } from '@teei/stack/seed/demo-companies';
import { seedDemo } from '@teei/stack/seed/seed-demo';
import { fastify } from 'fastify';
import pg from 'pg';
import { withBenchStack } from './bench-stack.ts';
import type { LoadResult } from './closed-loop.ts';
import { median, type Report } from './report.ts';
import { runLoad } from './run-load.ts';
import { signInDemo } from './sign-in-demo.ts';

const rounds = 3;
const load = { connections: 16, seconds: 5 } as const;

/**
 * The cockpit's dashboard operation over HTTP with a session, against one SQL statement that returns the same JSON over
 * the same kind of HTTP server in the same process, without sign-in, authorisation or planning. Twice: as one person's
 * windows ask, whose requests under way share one execution, and as if each connection asked for something else.
 */
export async function dashboard(report: Report): Promise<void> {
  await withBenchStack(async (stack) => {
    await seedDemo(stack, report.note);
    await settled(stack);
    const peer = await startPeer(stack);
    const { registered, unshared } = await operation();
    const ours = {
      url: `${stack.url}/graphql`,
      method: 'POST',
      headers: { cookie: await signInDemo(stack), 'content-type': 'application/json' },
    } as const;
    const shared = { ...ours, ...load, bodies: [registered] };
    const apart = { ...ours, ...load, bodies: unshared };
    const theirs = { url: peer.url, method: 'GET', headers: {}, ...load } as const;
    for (const body of [registered, unshared[0] ?? '']) await sameAnswer({ ...ours, body }, theirs);
    for (const task of [shared, apart, theirs]) await runLoad({ ...task, seconds: 3 });
    const results: { shared: LoadResult; apart: LoadResult; peer: LoadResult }[] = [];
    for (let round = 0; round < rounds; round++) {
      results.push({ shared: await runLoad(shared), apart: await runLoad(apart), peer: await runLoad(theirs) });
    }
    const peerRate = median(results.map((each) => each.peer.perSecond));
    for (const [kind, name] of [
      ['shared', 'Dashboard operation, equal requests under way shared'],
      ['apart', 'Dashboard operation, nothing shared'],
    ] as const) {
      const of = (pick: (result: LoadResult) => number): number => median(results.map((each) => pick(each[kind])));
      const rate = of((result) => result.perSecond);
      report.line({
        bench: 'dashboard',
        name,
        unit: 'requests/s',
        ours: rate,
        peer: peerRate,
        peerName: 'one SQL statement over HTTP',
        ratio: rate / peerRate,
        p50: of((result) => result.p50),
        p95: of((result) => result.p95),
        p99: of((result) => result.p99),
      });
    }
    await peer.close();
  });
}

async function settled(stack: Stack): Promise<void> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const count = async (table: string): Promise<number> =>
    Number((await client.query(`SELECT count(*) FROM ${table}`)).rows[0].count);
  while (
    (await count('outcomes.session_fact')) < (await count('programs.session')) ||
    (await count('outcomes.metric_dirty')) > 0
  ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await client.end();
}

/** `unshared`: a text for each connection, which differs in a comment only. Texts of their own share no execution. */
async function operation(): Promise<{ readonly registered: string; readonly unshared: readonly string[] }> {
  const manifest = JSON.parse(
    await readFile(join(import.meta.dirname, '../../router/manifests/cockpit.json'), 'utf8'),
  ) as {
    operations: { id: string; name: string; body: string }[];
  };
  const found = manifest.operations.find(({ name }) => name === 'Dashboard');
  if (!found) throw new Error('the cockpit has no Dashboard operation');
  const operationName = 'Dashboard';
  return {
    registered: JSON.stringify({ documentId: `sha256:${found.id}`, operationName }),
    unshared: Array.from({ length: load.connections }, (_, connection) =>
      JSON.stringify({ query: `# connection ${connection}\n${found.body}`, operationName }),
    ),
  };
}

const statement = `SELECT json_build_object('data', json_build_object(
  'viewer', json_build_object('scopes', $2::text[], 'company', json_build_object('id', c.id, 'name', c.name, '__typename', 'Company'), '__typename', 'Viewer'),
  'metrics', (SELECT json_agg(json_build_object('id', m.id, 'name', m.name, 'dimension', upper(m.dimension), 'grain', m.grain,
      'month', to_char(m.month, 'YYYY-MM'), 'from', to_char(m.period_from, 'YYYY-MM'), 'to', to_char(m.period_to, 'YYYY-MM'), 'value', m.value, 'unit', CASE m.name WHEN 'PARTICIPANTS' THEN 'participants'
        WHEN 'SESSIONS' THEN 'sessions' WHEN 'VOLUNTEER_HOURS' THEN 'hours'
        WHEN 'SROI' THEN 'ratio' WHEN 'VIS' THEN 'points' WHEN 'VIS_1' THEN 'points' ELSE 'level' END, 'absence', m.absence,
      'computedAt', to_char(m.computed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '__typename', 'Metric')
      ORDER BY m.grain, m.month, m.name, m.dimension)
    FROM outcomes.metric m WHERE m.company_id = c.id AND m.grain IN ('MONTH', 'ALL_TIME', 'PERIOD') AND m.programme_id IS NULL))) AS answer
FROM profile.company c WHERE c.id = $1`;

async function startPeer(stack: Stack): Promise<{ url: string; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 8 });
  // Where a round fails the database is stopped first; what failed is what should be told.
  pool.on('error', () => undefined);
  const [company] = demoCompanies;
  const { scopesOfRole } = await import('@teei/runtime/viewer');
  const scopes = [...scopesOfRole.COMPANY_ADMIN].sort();
  const app = fastify();
  app.get('/', async () => {
    const { rows } = await pool.query({ name: 'peer', text: statement, values: [company?.id, scopes] });
    return rows[0].answer;
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url: `${url}/`,
    close: async () => {
      await app.close();
      await pool.end();
    },
  };
}

/** The comparison is only fair between equal answers. */
async function sameAnswer(
  ours: { url: string; method: string; headers: Record<string, string>; body: string },
  theirs: { url: string },
): Promise<void> {
  const a = (await (await fetch(ours.url, ours)).json()) as { data: { metrics: unknown[] } };
  const b = (await (await fetch(theirs.url)).json()) as { data: { metrics: unknown[] } };
  const sorted = (answer: { data: { metrics: unknown[] } }): string =>
    JSON.stringify(answer.data.metrics.map((each) => JSON.stringify(Object.entries(each as object).sort())).sort());
  if (sorted(a) !== sorted(b))
    throw new Error(`the answers differ:\n${JSON.stringify(a).slice(0, 400)}\n${JSON.stringify(b).slice(0, 400)}`);
}
