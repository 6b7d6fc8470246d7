import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sessionCompleted } from '@teei/programs/events';
import { newId } from '@teei/runtime/id';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { type MemberViewer, serviceViewer } from '@teei/runtime/viewer';
import type { Stack } from '@teei/stack/create-stack';
import pg from 'pg';
import { journeyEvents } from '../../subgraphs/profile/src/jobs/journey-events.ts';
import { readJourneyDefaults } from '../../subgraphs/profile/src/journey-defaults.ts';
import { addBenchCompany } from './bench-company.ts';
import { withBenchStack } from './bench-stack.ts';
import { median, type Report } from './report.ts';
import { sizeOf } from './size-of.ts';

const participants = sizeOf('participants', 100_000);
const factsEach = 10;
const rounds = sizeOf('rounds', 3);

/**
 * A company of 100,000 participants to whom 1,000,000 things have happened. First one event at a time, from its arrival to the
 * commit of facts, flags and events, against the bare insert of its fact; then the change of one rule, from saving it until
 * everybody was looked at, against one SQL statement that counts the same for everybody and writes the flag.
 */
export async function journey(report: Report): Promise<void> {
  await withBenchStack(async (stack) => {
    const client = new pg.Client({ connectionString: stack.databaseUrl });
    await client.connect();
    try {
      const viewer = await addBenchCompany(stack);
      await makeHistory(client, viewer.companyId);
      report.note(
        `${participants.toLocaleString('en')} participants with ${(participants * factsEach).toLocaleString('en')} facts`,
      );
      const first = await evaluateAll(stack, viewer, 'mutation { answer: evaluateJourneys { evaluation { id } } }');
      report.note(`first evaluation of everybody: ${first.toFixed(1)} s`);
      await client.query('VACUUM ANALYZE');
      for (const load of loads) await oneByOne(stack, client, viewer.companyId, load, report);
      await tryOneRule(stack, viewer, report);
      await changeOneRule(stack, client, viewer, report);
    } finally {
      await client.end();
    }
  });
}

interface Load {
  readonly name: string;
  /** Milliseconds between the commit of one event and the arrival of the next. */
  readonly pause: number;
  readonly eventsPerRound: number;
}

/**
 * What an event changes is told, and the same process carries it on (feeds, queues, consumers). With pauses that is over before
 * the next event comes, and the time is that of the evaluation; without, each event shares two cores with what those before it caused.
 */
const loads: readonly Load[] = [
  { name: 'one event, from arrival to commit, with 25 ms between events', pause: 25, eventsPerRound: 300 },
  { name: 'one event, from arrival to commit, one right behind the other', pause: 0, eventsPerRound: 1_000 },
];

async function oneByOne(
  stack: Stack,
  client: pg.Client,
  companyId: string,
  { name, pause, eventsPerRound }: Load,
  report: Report,
): Promise<void> {
  const handle = eventHandler(stack, companyId);
  const ids = await someParticipants(client, companyId, eventsPerRound * (rounds + 1));
  const ours: number[][] = [];
  const bare: number[][] = [];
  for (let round = 0; round <= rounds; round++) {
    const times: number[] = [];
    for (let index = 0; index < eventsPerRound; index++) {
      const event = sessionOf(companyId, ids[(round * eventsPerRound + index) % ids.length] ?? '');
      times.push(await timed(() => handle([event])));
      if (pause > 0) await sleep(pause);
    }
    const limit = await bareInserts(stack, companyId, ids, pause);
    // The first round warms up.
    if (round > 0) {
      ours.push(times);
      bare.push(limit);
    }
    const [p95, limitP95] = [percentile(times, 0.95).toFixed(2), percentile(limit, 0.95).toFixed(2)];
    report.note(`round ${round}: p95 ${p95} ms; of a bare insert ${limitP95} ms`);
  }
  const of = (many: readonly number[][], share: number): number =>
    median(many.map((times) => percentile(times, share)));
  report.line({
    bench: 'journey',
    name,
    unit: 'ms (p95)',
    ours: of(ours, 0.95),
    peer: of(bare, 0.95),
    peerName: 'insert of the fact alone, in a transaction',
    ratio: of(bare, 0.95) / of(ours, 0.95),
    p50: of(ours, 0.5),
    p95: of(ours, 0.95),
    p99: of(ours, 0.99),
  });
}

async function tryOneRule(stack: Stack, viewer: MemberViewer, report: Report): Promise<void> {
  const query = `query ($source: String!) { previewJourneyRule(source: $source) {
    ... on JourneyRulePreview { participants touched touches(first: 10) { nodes { participant { id } } } } } }`;
  const { profile } = stack.subgraphs;
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const variables = { source: mentorRule(2) };
    const passport = { viewer, correlationId: randomUUID() };
    times.push(
      await timed(async () => {
        const { errors } = await profile.execute({ query, variables }, passport);
        if (errors) throw errors[0];
      }),
    );
  }
  report.line({ bench: 'journey', name: 'dry run of one rule', unit: 's', ours: median(times) / 1_000 });
}

async function changeOneRule(stack: Stack, client: pg.Client, viewer: MemberViewer, report: Report): Promise<void> {
  const ours: number[] = [];
  const statements: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const atLeast = 4 + (round % 2);
    const query = `mutation ($source: String!) { answer: saveJourneyRule(input: { source: $source, revision: ${round} }) {
      ... on JourneyRuleSaved { evaluation { id } } } }`;
    ours.push(await evaluateAll(stack, viewer, query, { source: mentorRule(atLeast) }));
    statements.push(await oneStatement(client, viewer.companyId, atLeast));
    report.note(`round ${round + 1}: ${ours.at(-1)?.toFixed(1)} s; one statement ${statements.at(-1)?.toFixed(2)} s`);
  }
  report.line({
    bench: 'journey',
    name: 'one rule changed, everybody evaluated',
    unit: 's',
    ours: median(ours),
    peer: median(statements),
    peerName: 'one SQL statement for this one rule',
    ratio: median(statements) / median(ours),
  });
}

function mentorRule(atLeast: number): string {
  return `name: mentor_ready
title: Ready to mentor others
when:
  count:
    of: { event: session, kind: language, level: { atLeast: B1 } }
    atLeast: ${atLeast}
do:
  - set: mentor_ready
`;
}

function eventHandler(stack: Stack, companyId: string) {
  const { parts } = stack.subgraphs.profile;
  const rules = readJourneyDefaults().map(({ rule }) => rule);
  const consumer = journeyEvents(parts, rules).find(({ source }) => source === 'programs');
  if (!consumer) throw new Error('nobody consumes the events of programmes');
  return (events: Parameters<typeof consumer.handle>[1]) =>
    inTenant(parts.database, serviceViewer('bench', companyId), (tx) => consumer.handle(tx, events));
}

function sessionOf(companyId: string, participantId: string) {
  const sessionId = newId();
  const data = {
    sessionId,
    revision: 1,
    programmeId: newId(),
    participantId,
    volunteerId: null,
    startedAt: new Date(Date.now() - 60_000).toISOString(),
    durationMinutes: 45,
    correction: false,
    kind: 'LANGUAGE',
    languageLevel: 'B1',
  };
  const { type, dataVersion } = sessionCompleted;
  const rest = { dataVersion, subject: sessionId, correlationId: null, causationId: null, time: data.startedAt };
  return { id: newId(), companyId, type, ...rest, data };
}

/** Milliseconds of each. */
async function bareInserts(stack: Stack, companyId: string, ids: readonly string[], pause: number): Promise<number[]> {
  const { database } = stack.subgraphs.profile.parts;
  const times: number[] = [];
  for (const participantId of ids.slice(0, 300)) {
    times.push(
      await timed(() =>
        inTenant(
          database,
          serviceViewer('bench', companyId),
          (tx) => tx.sql`
            INSERT INTO profile.participant_fact (company_id, kind, source_id, participant_id, revision, event_id, at, data)
            VALUES (${companyId}, 'feedback', ${newId()}, ${participantId}, 1, ${newId()}, now(), '[{"rating": 5}]')`,
        ),
      ),
    );
    if (pause > 0) await sleep(pause);
  }
  return times;
}

/** Seconds from asking until everybody was looked at. */
async function evaluateAll(
  stack: Stack,
  viewer: MemberViewer,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<number> {
  const { profile } = stack.subgraphs;
  const ask = async (text: string, values: Record<string, unknown> = {}) => {
    const answer = await profile.execute({ query: text, variables: values }, { viewer, correlationId: randomUUID() });
    if (answer.errors) throw answer.errors[0];
    return answer.data as Record<string, { id?: string; status?: string; evaluation?: { id: string } }>;
  };
  const started = performance.now();
  const asked = (await ask(query, variables)).answer?.evaluation?.id;
  if (asked === undefined) throw new Error('no evaluation was asked for');
  for (;;) {
    const { journeyEvaluation } = await ask('{ journeyEvaluation { id status } }');
    if (journeyEvaluation?.id === asked && journeyEvaluation.status === 'COMPLETED') break;
    if (journeyEvaluation?.status === 'FAILED') throw new Error('the evaluation failed');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (performance.now() - started) / 1_000;
}

/** Seconds for counting in SQL who fulfils this one rule, and writing it down. */
async function oneStatement(client: pg.Client, companyId: string, atLeast: number): Promise<number> {
  await client.query('CREATE TEMPORARY TABLE bench_flag (participant_id uuid PRIMARY KEY, since timestamptz)');
  const started = performance.now();
  await client.query(
    `INSERT INTO bench_flag SELECT participant_id, max(at) FROM profile.participant_fact
      WHERE company_id = $1 AND kind = 'session' AND participant_id IS NOT NULL
        AND data @> '[{"kind": "LANGUAGE"}]' AND data -> 0 ->> 'level' >= 'B1'
      GROUP BY participant_id HAVING count(*) >= $2`,
    [companyId, atLeast],
  );
  const seconds = (performance.now() - started) / 1_000;
  await client.query('DROP TABLE bench_flag');
  return seconds;
}

/** Written as the consumers would have written it; a million events through a queue would take longer than the measurement. */
async function makeHistory(client: pg.Client, companyId: string): Promise<void> {
  await client.query('SELECT setseed(0.42)');
  await client.query(
    `INSERT INTO profile.participant (id, company_id, email, created_at)
      SELECT gen_random_uuid(), $1, n || '@bench.example', now() - interval '400 days' FROM generate_series(1, $2::int) n`,
    [companyId, participants],
  );
  await client.query(
    `INSERT INTO profile.participant_fact (company_id, kind, source_id, participant_id, named_participant_id, revision, event_id, at, data)
      SELECT $1, f.kind, gen_random_uuid(), p.id, p.id, 1, gen_random_uuid(),
        date_trunc('milliseconds', now() - random() * interval '390 days'),
        CASE f.kind
          WHEN 'session' THEN jsonb_build_array(jsonb_build_object('kind', CASE WHEN random() < 0.7 THEN 'LANGUAGE' ELSE 'MENTORSHIP' END,
            'level', (ARRAY['A1', 'A2', 'B1', 'B2'])[1 + floor(random() * 4)::int], 'minutes', 45))
          WHEN 'feedback' THEN jsonb_build_array(jsonb_build_object('rating', 1 + floor(random() * 5)::int))
          ELSE jsonb_build_array(jsonb_build_object('dimension', (ARRAY['confidence', 'belonging', 'lang_level_proxy', 'job_readiness'])[1 + floor(random() * 4)::int],
            'direction', (ARRAY['gain', 'setback'])[1 + floor(random() * 2)::int], 'score', random(), 'confidence', 0.5 + random() / 2))
        END
      FROM profile.participant p
      CROSS JOIN unnest($2::text[]) AS f (kind) WHERE p.company_id = $1`,
    [companyId, [...Array(6).fill('session'), ...Array(2).fill('feedback'), ...Array(factsEach - 8).fill('outcome')]],
  );
  await client.query('VACUUM ANALYZE');
}

async function someParticipants(client: pg.Client, companyId: string, many: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM profile.participant WHERE company_id = $1 ORDER BY id LIMIT $2',
    [companyId, many],
  );
  return rows.map(({ id }) => id);
}

/** Milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
