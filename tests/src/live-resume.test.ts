import { generateKintell } from '@teei/programs/sample';
import { cursorOf } from '@teei/runtime/live-tail';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { Caller } from './caller.ts';
import { follow, fromNowOn } from './follow.ts';
import { importFile, importIn, planFile, startImport } from './importing.ts';
import { seeded } from './seeded.ts';
import { settled } from './settled.ts';
import { until } from './until.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

let platform: TestStack;
beforeAll(async () => {
  // A reader that sleeps answers no pings; here it is not to be taken for dead.
  platform = await startTestStack({ subscriptions: { pingInterval: 300_000 } });
}, 120_000);
afterAll(() => platform.close());

const activityQuery = `subscription ($after: String) {
  sessionActivity(after: $after) { cursor change sessionId session { sourceId } }
}`;
interface Activity {
  readonly sessionActivity: {
    readonly cursor: string;
    readonly change: string;
    readonly sessionId: string;
    readonly session: { readonly sourceId: string } | null;
  };
}

const metricsQuery = 'subscription ($after: String) { metricsUpdated(after: $after) { cursor metrics { id value } } }';
interface MetricsNews {
  readonly metricsUpdated: {
    readonly cursor: string;
    readonly metrics: readonly { readonly id: string; readonly value: number | null }[];
  };
}

describe('while an import of 3,000 rows flows', () => {
  let company: Company;
  let admin: Caller;
  let importId: string;
  let cut: { readonly events: Activity[]; readonly cuts: number };
  let slow: Activity[];
  let news: { readonly events: MetricsNews[]; readonly cuts: number };

  beforeAll(async () => {
    company = await platform.addCompany('Live');
    admin = await platform.administrator(company);
    const { chunks } = generateKintell({ rows: 3_000, seed: 31, dirt: 0.06, corrections: true });
    importId = (await planFile(admin, [...chunks].join(''))).id;
    const activityFrom = await fromNowOn(platform.sql, 'programs');
    const metricsFrom = await fromNowOn(platform.sql, 'outcomes');
    const lastOf = (events: readonly Activity[]) => events.at(-1)?.sessionActivity.cursor;
    const reading = [
      keepComingBack<Activity>(admin, activityQuery, activityFrom, (event) => event.sessionActivity.cursor, {
        seed: 32,
        most: 150,
        enough: async (events) => lastOf(events) === (await lastCursor('programs')),
      }),
      keepComingBack<MetricsNews>(admin, metricsQuery, metricsFrom, (event) => event.metricsUpdated.cursor, {
        seed: 33,
        most: 4,
        enough: async (events) => events.at(-1)?.metricsUpdated.cursor === (await lastCursor('outcomes')),
      }),
    ] as const;
    const sleeper = readLate(admin, activityFrom);
    await startImport(admin, importId);
    await importIn(admin, importId, 'COMPLETED');
    await settled(platform.sql);
    isOver = true;
    [cut, news] = await Promise.all(reading);
    slow = await sleeper(async (events) => lastOf(events) === (await lastCursor('programs')));
  }, 400_000);

  test('a client that is cut off again and again and comes back has each event once, in order', async () => {
    const told = await toldActivity(company);
    expect(told.length).toBeGreaterThan(2_500);
    expect(cut.cuts).toBeGreaterThan(10);
    expect(cut.events.map(({ sessionActivity }) => sessionActivity).map(bare)).toEqual(told);
  });

  test('a client that reads nothing until all is over has each event once, in order', async () => {
    expect(slow.map(({ sessionActivity }) => sessionActivity).map(bare)).toEqual(await toldActivity(company));
  });

  test('every event comes with what the session is', () => {
    for (const { sessionActivity } of cut.events) expect(sessionActivity.session?.sourceId).toMatch(/^KINTELL-31-/);
  });

  test('whoever follows the metrics ends with their newest values', async () => {
    expect(news.cuts).toBeGreaterThan(0);
    const seen = new Map<string, number | null>();
    for (const { metricsUpdated } of news.events)
      for (const { id, value } of metricsUpdated.metrics) seen.set(id, value);
    const { rows } = await platform.sql.query<{ id: string; value: number | null }>(
      `SELECT id, value FROM outcomes.metric WHERE company_id = $1 AND grain IN ('MONTH', 'ALL_TIME', 'PERIOD') AND programme_id IS NULL`,
      [company.id],
    );
    expect(new Map([...seen].sort())).toEqual(new Map(rows.map(({ id, value }) => [id, value] as const).sort()));
  });
});

describe('a right that is taken away while a subscription runs', () => {
  const progressQuery = 'subscription { importProgress(id: "00000000-0000-7000-8000-000000000000") { cursor } }';

  test.each([
    ['a role that does not allow it', 'changeMemberRole(input: { memberId: $id, role: COMPANY_USER })'],
    ['no membership', 'removeMember(input: { memberId: $id })'],
  ])('by %s closes the socket with 4403 within a second', async (_, field) => {
    const company = await platform.addCompany('Revoking');
    const admin = await platform.administrator(company);
    const email = `analyst@${company.id}.example`;
    const memberId = await platform.addMember(company, email, 'ANALYST');
    const analyst = await platform.signIn(email);
    const socket = analyst.socket();
    const closed = new Promise<{ code: number; at: number }>((resolve) =>
      socket.on('closed', (event) => resolve({ code: (event as { code: number }).code, at: performance.now() })),
    );
    follow(socket, progressQuery);
    await until('running subscription', async () => (await subscriptionsRunning()) === 1);
    const answer = await admin.get<{ changed: { __typename: string } }>(
      `mutation ($id: ID!) { changed: ${field} { __typename } }`,
      { id: memberId },
    );
    const changedAt = performance.now();
    expect(answer.changed.__typename).not.toBe('Refused');
    const { code, at } = await closed;
    expect(code).toBe(4403);
    expect(at - changedAt).toBeLessThan(1_000);
    await socket.dispose();
  });
});

test('a subscription that starts without a cursor tells only what is new', async () => {
  const company = await platform.addCompany('Beginning');
  const admin = await platform.administrator(company);
  const line = (id: string) => `${id},language,someone@example.org,,2026-03-01T10:00:00Z,60\n`;
  const header = 'session_id,session_type,participant_email,volunteer_email,date,duration_min\n';
  await importFile(admin, header + line('OLD-1'));
  const socket = admin.socket();
  const activity = follow<Activity>(socket, activityQuery);
  await until('running subscription', async () => (await subscriptionsRunning()) === 1);
  // The metric is raised just before the subgraph is asked: what is new comes for certain only once something has come.
  for (let number = 1; activity.events.length === 0; number++) await importFile(admin, header + line(`NEW-${number}`));
  expect(activity.events[0]?.sessionActivity).toMatchObject({
    change: 'RECORDED',
    session: { sourceId: expect.stringMatching(/^NEW-/) },
  });
  await socket.dispose();
});

let isOver = false;

/**
 * Follows a subscription over sockets that are cut after a random number of events, and comes back each time with the
 * cursor of the last event that arrived.
 */
async function keepComingBack<Event>(
  caller: Caller,
  query: string,
  from: string,
  cursorIn: (event: Event) => string,
  { seed, most, enough }: { seed: number; most: number; enough: (events: Event[]) => Promise<boolean> },
): Promise<{ readonly events: Event[]; readonly cuts: number }> {
  const random = seeded(seed);
  const events: Event[] = [];
  let cuts = 0;
  for (let after = from, isDone = false; !isDone; ) {
    let wire: WebSocket | undefined;
    const socket = caller.socket((opened) => {
      wire = opened;
    });
    const followed = follow<Event>(socket, query, { after });
    const patience = 1 + Math.floor(random() * most);
    await until(
      'event of a resumed subscription',
      async () => {
        isDone = isOver && (await enough([...events, ...followed.events]));
        return isDone || followed.events.length >= patience;
      },
      120,
    );
    // What is under way when the wire is cut is lost; what arrived until now is ours.
    wire?.terminate();
    events.push(...followed.events.splice(0));
    followed.events.push = () => 0;
    cuts += isDone ? 0 : 1;
    const last = events.at(-1);
    if (last) after = cursorIn(last);
    await followed.ended;
  }
  return { events, cuts };
}

/** Opens a subscription and stops reading from the wire at once; reads on when asked, until there is enough. */
function readLate(caller: Caller, after: string) {
  let wire: WebSocket | undefined;
  const socket = caller.socket((opened) => {
    wire = opened;
    opened.once('message', () => opened.pause());
  });
  const followed = follow<Activity>(socket, activityQuery, { after });
  return async (enough: (events: Activity[]) => Promise<boolean>): Promise<Activity[]> => {
    expect(followed.events).toEqual([]);
    wire?.resume();
    await until('events for a slow reader', () => enough(followed.events), 120);
    await socket.dispose();
    return followed.events;
  };
}

const bare = ({ cursor, change, sessionId }: Activity['sessionActivity']) => ({ cursor, change, sessionId });

/** What was told of the company's sessions, in the order of commit, as the field shows it. */
async function toldActivity(company: Company): Promise<ReturnType<typeof bare>[]> {
  const { rows } = await platform.sql.query<{
    txid: string;
    seq: string;
    within: number | null;
    subject: string;
    correction: boolean;
  }>(
    `SELECT o.txid, o.seq, CASE WHEN e.n < o.size THEN e.n::int - 1 END AS within, e.told ->> 'subject' AS subject,
        (e.told -> 'data' ->> 'correction')::boolean AS correction
      FROM programs.outbox o CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN o.size > 1 THEN o.data
        ELSE jsonb_build_array(jsonb_build_object('subject', o.subject, 'data', o.data)) END) WITH ORDINALITY AS e (told, n)
      WHERE o.company_id = $1 AND o.type = 'kintell.session.completed' ORDER BY o.txid, o.seq, e.n`,
    [company.id],
  );
  return rows.map(({ txid, seq, within, subject, correction }) => ({
    cursor: cursorOf({ txid: Number(txid), seq: Number(seq), ...(within === null ? {} : { within }) }),
    change: correction ? 'CORRECTED' : 'RECORDED',
    sessionId: subject,
  }));
}

async function lastCursor(schema: 'programs' | 'outcomes'): Promise<string> {
  const type = schema === 'programs' ? 'kintell.session.completed' : 'metrics.updated';
  const { rows } = await platform.sql.query<{ txid: string; seq: string }>(
    `SELECT txid, seq FROM ${schema}.outbox WHERE type = $1 ORDER BY txid DESC, seq DESC LIMIT 1`,
    [type],
  );
  return cursorOf({ txid: Number(rows[0]?.txid), seq: Number(rows[0]?.seq) });
}

async function subscriptionsRunning(): Promise<number> {
  const metrics = await (await fetch(`${platform.stack.url}/metrics`)).text();
  return Number(/^router_subscriptions(?:_active)? (\d+)$/m.exec(metrics)?.[1] ?? Number.NaN);
}
