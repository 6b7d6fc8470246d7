import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { follow, fromNowOn } from './follow.ts';
import { seeded } from './seeded.ts';
import { until } from './until.ts';
import { createEndpoint, sendWebhook, sessionEvent, signed, type WebhookSender } from './webhook-sender.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

let platform: TestStack;
let company: Company;
let admin: Caller;
let kintell: WebhookSender;

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Receiver');
  admin = await platform.administrator(company);
  kintell = await createEndpoint(admin);
}, 120_000);
afterAll(() => platform.close());

const send = (body: object | string, sending: Parameters<typeof sendWebhook>[3] = {}, sender = kintell) =>
  sendWebhook(platform.stack.url, sender, body, sending);

interface Delivery {
  readonly id: string;
  readonly eventType: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly deliveryId: string;
  readonly payload: string | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly failedAttempts: readonly { readonly code: string }[];
}

const deliveryFields = `id eventType status outcome attempts nextAttemptAt deliveryId payload failure { code message }
  failedAttempts { code } headers { name value }`;

async function deliveries(filter: object, caller = admin): Promise<Delivery[]> {
  const { found } = await caller.get<{ found: { nodes: Delivery[] } }>(
    `query ($filter: WebhookDeliveryFilter) { found: webhookDeliveries(first: 100, filter: $filter) { nodes { ${deliveryFields} } } }`,
    { filter },
  );
  return found.nodes;
}

/** Waits until nothing of this endpoint is left to handle, and answers its deliveries, newest first. */
function handled(sender: WebhookSender): Promise<Delivery[]> {
  return until('end of handling', async () => {
    const all = await deliveries({ endpointId: sender.endpointId });
    return all.every(({ status }) => status !== 'RECEIVED') && all;
  });
}

async function sessionsOf(sourceIds: string, of = company) {
  const { rows } = await platform.sql.query<{ source_id: string; minutes: number; revision: number }>(
    `SELECT source_id, duration_minutes AS minutes, revision FROM programs.session
      WHERE company_id = $1 AND source_id LIKE $2 ORDER BY source_id`,
    [of.id, sourceIds],
  );
  return rows;
}

const replay = (ids: readonly string[], caller = admin) =>
  caller.get<{ replayed: { count?: number; code?: string } }>(
    `mutation ($ids: [ID!]!) { replayed: replayWebhookDeliveries(ids: $ids) {
      ... on WebhookDeliveriesReplayed { count } ... on Refused { code } } }`,
    { ids },
  );

describe('a signed delivery', () => {
  test('is durable when it is answered with 202, and becomes a session', async () => {
    const response = await send(sessionEvent('ONE-1'));
    expect(response.status).toBe(202);
    // A connection of its own, at once: what was answered is committed.
    const { rowCount } = await platform.sql.query(`SELECT FROM programs.webhook_delivery WHERE body LIKE '%ONE-1%'`);
    expect(rowCount).toBe(1);
    await handled(kintell);
    expect(await sessionsOf('ONE-%')).toEqual([{ source_id: 'ONE-1', minutes: 60, revision: 1 }]);
  });

  test('is shown with its payload, without its signature', async () => {
    const text = `{ "type":"kintell.session.completed",  "data": {"session_id":"ONE-1"} }`;
    expect((await send(text, { id: 'shown-1' })).status).toBe(202);
    const [delivery] = (await handled(kintell)).filter(({ deliveryId }) => deliveryId === 'shown-1');
    expect(delivery?.payload).toBe(text);
    expect(JSON.stringify(delivery)).not.toContain('v1,');
  });

  test('in the plain form of older senders is taken too', async () => {
    const older = await createEndpoint(admin, { source: 'partner', signature: 'PLAIN' });
    expect((await send(sessionEvent('PLAIN-1', { event_id: 'plain-1' }), {}, older)).status).toBe(202);
    expect(
      (await send(sessionEvent('PLAIN-1', { event_id: 'plain-1' }), { at: new Date(Date.now() - 60_000) }, older))
        .status,
    ).toBe(200);
    expect(await handled(older)).toMatchObject([{ status: 'PROCESSED', outcome: 'APPLIED' }]);
  });
});

describe('older senders that name the company instead of the endpoint', () => {
  let older: WebhookSender;
  beforeAll(async () => {
    older = await createEndpoint(admin, { source: 'older', senderCompanyId: 'AURORA-1' });
  });

  test.each([
    ['our id in the header', () => ({ 'x-company-id': company.id }), {}],
    ["the sender's id in the header", () => ({ 'x-company-id': 'AURORA-1' }), {}],
    ["the sender's id in the body", () => ({}), { data: { user: { company_id: 'AURORA-1' } } }],
    ['our id in the body', () => ({}), { company_id: 'ours' }],
  ])('%s', async (_, headers, body) => {
    const text = JSON.stringify({ type: 'x', ...body }).replace('"ours"', `"${company.id}"`);
    expect((await send(text, { path: '/webhooks/older', headers: headers() }, older)).status).toBe(202);
  });

  test('are refused for a company whose secret they do not have', async () => {
    const other = await platform.addCompany('Named by others');
    await createEndpoint(await platform.administrator(other), { source: 'older' });
    for (const id of [other.id, newId(), 'NOBODY', '\u00e6']) {
      const named = await send({ type: 'x', company_id: id }, { path: '/webhooks/older' }, older);
      expect(named.status).toBe(401);
    }
  });

  test('are told apart by their signatures when two companies carry one id', async () => {
    const twin = await platform.addCompany('Twin');
    const twins = await createEndpoint(await platform.administrator(twin), {
      source: 'older',
      senderCompanyId: 'AURORA-1',
    });
    const body = { type: 'twin', company_id: 'AURORA-1' };
    expect((await send(body, { path: '/webhooks/older', id: 'twin-1' }, twins)).status).toBe(202);
    expect(await deliveries({ eventType: 'twin' })).toEqual([]);
    expect(await deliveries({ eventType: 'twin' }, await platform.administrator(twin))).toHaveLength(1);
  });
});

describe('the bodies that partners send', () => {
  test.each([
    ['kintell', 'kintell-session-created'],
    ['kintell', 'kintell-session-updated'],
    ['buddy', 'buddy-match-created'],
    ['upskilling', 'upskilling-course-completed'],
  ])('%s: %s is accepted as it is', async (source, name) => {
    const text = readFileSync(join(import.meta.dirname, `../samples/${name}.json`), 'utf8');
    const sender = await createEndpoint(admin, { source });
    expect((await send(text, {}, sender)).status).toBe(202);
    expect((await send(text, {}, sender)).status).toBe(200);
    const [delivery] = await handled(sender);
    expect(delivery?.payload).toBe(text);
    expect(delivery).toMatchObject({ status: 'PROCESSED', outcome: 'APPLIED' });
  });
});

describe('what is refused', () => {
  const answerOf = async (response: Response) => [response.status, await response.text()];

  test('unknown and forged alike, so that nobody learns what there is', async () => {
    const disabled = await createEndpoint(admin, { source: 'gone' });
    await admin.get('mutation ($id: ID!) { disableWebhookEndpoint(id: $id) { __typename } }', {
      id: disabled.endpointId,
    });
    const event = sessionEvent('REFUSED-1');
    const { pathname } = new URL(kintell.path, platform.stack.url);
    const answers = await Promise.all(
      [
        send(event, { secret: disabled.secret }),
        send(event, { headers: { 'webhook-signature': 'v1,AAAA' } }),
        send(event, { headers: { 'webhook-signature': '' } }),
        send(event, { path: `/webhooks/kintell/${newId()}` }),
        send(event, { path: '/webhooks/kintell/no-id' }),
        send(event, { path: '/webhooks/kintell/%00' }),
        send(event, { path: pathname.replace('kintell', 'buddy') }),
        send(event, { path: '/webhooks/never-heard-of' }),
        send(event, { path: '/webhooks/Not%20a%20source%00' }),
        send(event, { path: '/webhooks/kintell', headers: { 'x-company-id': newId() } }),
        send(event, {}, disabled),
      ].map(async (response) => answerOf(await response)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBe(401);
    expect(await sessionsOf('REFUSED-%')).toEqual([]);
  });

  test('a signature of too long ago, or of a clock that is ahead', async () => {
    const minutes = (count: number) => new Date(Date.now() + count * 60_000);
    for (const at of [minutes(-6), minutes(6)]) {
      const [status, text] = await answerOf(await send(sessionEvent('STALE-1'), { at }));
      expect([status, text]).toEqual([401, expect.stringContaining('WEBHOOK_STALE')]);
    }
    for (const at of [minutes(-4), minutes(4)]) expect((await send(sessionEvent('SKEWED-1'), { at })).status).toBe(202);
  });

  test('a body above 256 KB, and what is no JSON object', async () => {
    const padded = (bytes: number) => JSON.stringify({ type: 'big', pad: 'x'.repeat(bytes - 23) });
    expect(Buffer.byteLength(padded(256 * 1024))).toBe(256 * 1024);
    expect((await send(padded(256 * 1024))).status).toBe(202);
    const tooLarge = await send(padded(256 * 1024 + 1));
    expect([tooLarge.status, await tooLarge.text()]).toEqual([413, expect.stringContaining('WEBHOOK_TOO_LARGE')]);
    for (const text of ['', '[]', 'text', '{"a":']) expect((await send(text)).status).toBe(400);
  });

  test('whoever fails again and again is not heard for a while; others are', async () => {
    const attacked = await createEndpoint(admin, { source: 'attacked' });
    const statuses = [];
    for (let count = 0; count < 60; count++) {
      statuses.push((await send({ type: 'x' }, { secret: kintell.secret }, attacked)).status);
    }
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect((await send(sessionEvent('HEARD-1'))).status).toBe(202);
  });
});

describe('rotation', () => {
  const rotate = async (sender: WebhookSender, overlapHours: number) => {
    const { rotated } = await admin.get<{ rotated: { secret: string } }>(
      `mutation ($input: RotateWebhookSecretInput!) { rotated: rotateWebhookSecret(input: $input) { ... on WebhookSecretIssued { secret } } }`,
      { input: { id: sender.endpointId, overlapHours } },
    );
    return rotated.secret;
  };

  test('lets both secrets stand for a while, and the old one fall at once where it must', async () => {
    const sender = await createEndpoint(admin, { source: 'rotating' });
    expect((await send({ type: 'x' }, {}, sender)).status).toBe(202);
    const second = await rotate(sender, 24);
    expect((await send({ type: 'x' }, {}, sender)).status).toBe(202);
    expect((await send({ type: 'x' }, { secret: second }, sender)).status).toBe(202);
    const third = await rotate(sender, 0);
    for (const secret of [sender.secret, second])
      expect((await send({ type: 'x' }, { secret }, sender)).status).toBe(401);
    expect((await send({ type: 'x' }, { secret: third }, sender)).status).toBe(202);
  });

  test('a sender may sign with both, as the standard asks', async () => {
    const sender = await createEndpoint(admin, { source: 'both' });
    const next = await rotate(sender, 0);
    const text = JSON.stringify({ type: 'x' });
    const at = new Date();
    const old = signed(sender, text, { id: 'both-1', at });
    const fresh = signed(sender, text, { id: 'both-1', at, secret: next });
    const headers = { 'webhook-signature': `${old['webhook-signature']} ${fresh['webhook-signature']}` };
    expect((await send(text, { id: 'both-1', at, headers }, sender)).status).toBe(202);
  });

  test('secrets are shown once and kept sealed', async () => {
    const { rows } = await platform.sql.query<{ sealed: string }>('SELECT sealed FROM programs.webhook_secret');
    expect(rows.length).toBeGreaterThan(5);
    for (const { sealed } of rows) expect(sealed).toMatch(/^s1\.[0-9a-f]{12}\.[\w-]{16}\.[\w-]{80,}$/);
    const answer = await admin.get('{ webhookEndpoints { nodes { id secrets { id prefix createdAt expiresAt } } } }');
    expect(JSON.stringify(answer)).not.toContain(kintell.secret);
    expect(JSON.stringify(answer)).toContain(kintell.secret.slice(0, 10));
  });
});

describe('exactly once', () => {
  test('of twenty at the very same moment one is new', async () => {
    const sender = await createEndpoint(admin, { source: 'same-moment' });
    const body = sessionEvent('MOMENT-1', { event_id: 'moment-1' });
    const statuses = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, index) => (await send(body, { id: index < 10 ? 'moment' : `moment-${index}` }, sender)).status,
      ),
    );
    expect(statuses.filter((status) => status === 202)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(19);
    expect(await handled(sender)).toHaveLength(1);
  });

  test('a storm of duplicates and reorderings comes to exactly what happened', async () => {
    const sender = await createEndpoint(admin);
    const random = seeded(77);
    // 80 sessions in three versions each, every version sent twice, all in any order and many at once.
    const events = Array.from({ length: 80 }, (_, session) =>
      [0, 1, 2].map((version) => {
        const at = new Date(Date.UTC(2026, 2, 1, 12, version)).toISOString();
        const event_id = `storm-${session}-${version}`;
        return sessionEvent(`STORM-${String(session).padStart(2, '0')}`, { minutes: 10 + version, at, event_id });
      }),
    ).flat();
    const order = [...events, ...events].map((event) => ({ event, rank: random() })).sort((a, b) => a.rank - b.rank);
    const statuses = await Promise.all(order.map(async ({ event }) => (await send(event, {}, sender)).status));
    expect(statuses.filter((status) => status === 202)).toHaveLength(240);
    expect(statuses.filter((status) => status === 200)).toHaveLength(240);
    await until(
      'end of the storm',
      async () => (await deliveries({ endpointId: sender.endpointId, status: 'RECEIVED' })).length === 0,
    );
    const sessions = await sessionsOf('STORM-%');
    expect(sessions).toHaveLength(80);
    expect(sessions.filter(({ minutes }) => minutes !== 12)).toEqual([]);
    const { rows } = await platform.sql.query<{ status: string; outcome: string; count: number }>(
      `SELECT status, sum(CASE outcome WHEN 'APPLIED' THEN 1 ELSE 0 END)::int AS applied, count(*)::int AS count
        FROM programs.webhook_delivery WHERE endpoint_id = $1 GROUP BY status`,
      [sender.endpointId],
    );
    expect(rows).toMatchObject([{ status: 'PROCESSED', count: 240 }]);
    // Each revision was told once, with its correction, and none beside.
    const { rows: told } = await platform.sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM programs.outbox o CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN o.size > 1 THEN o.data
          ELSE jsonb_build_array(jsonb_build_object('subject', o.subject)) END) AS told
        JOIN programs.session s ON s.id::text = told ->> 'subject'
        WHERE o.type = 'kintell.session.completed' AND s.company_id = $1 AND s.source_id LIKE 'STORM-%'`,
      [company.id],
    );
    expect(told[0]?.count).toBe(sessions.reduce((sum, { revision }) => sum + revision, 0));
  }, 120_000);
});

describe('what comes later', () => {
  test('an update corrects, and an older one that comes late changes nothing', async () => {
    const sender = await createEndpoint(admin);
    await send(sessionEvent('LATE-1', { minutes: 60, at: '2026-03-01T12:00:00Z' }), {}, sender);
    await handled(sender);
    await send(
      { ...sessionEvent('LATE-1', { minutes: 90, at: '2026-03-01T14:00:00Z' }), type: 'session.updated' },
      {},
      sender,
    );
    await handled(sender);
    await send(
      { ...sessionEvent('LATE-1', { minutes: 75, at: '2026-03-01T13:00:00Z' }), type: 'session.updated' },
      {},
      sender,
    );
    const [newest] = await handled(sender);
    expect(newest).toMatchObject({ status: 'PROCESSED', outcome: 'SUPERSEDED' });
    expect(await sessionsOf('LATE-%')).toEqual([{ source_id: 'LATE-1', minutes: 90, revision: 2 }]);
  });

  test('a sender whose clock is ahead or behind does not keep its own next correction out', async () => {
    const minutes = (count: number) => new Date(Date.now() + count * 60_000);
    for (const skew of [4, -4]) {
      const sender = await createEndpoint(admin);
      const id = skew > 0 ? 'AHEAD-1' : 'BEHIND-1';
      const told = async (length: number) => {
        const at = minutes(skew);
        const event = sessionEvent(id, { minutes: length, at: at.toISOString() });
        expect((await send({ ...event, type: 'session.updated' }, { at }, sender)).status).toBe(202);
        return (await handled(sender))[0];
      };
      for (const length of [60, 70, 80]) expect(await told(length)).toMatchObject({ outcome: 'APPLIED' });
      expect(await sessionsOf(id)).toMatchObject([{ minutes: 80, revision: 3 }]);
      // Once its clock is set right, what it tells is as new as it comes.
      const right = sessionEvent(id, { minutes: 90, at: minutes(0).toISOString() });
      expect((await send({ ...right, type: 'session.updated' }, {}, sender)).status).toBe(202);
      expect((await handled(sender))[0]).toMatchObject({ outcome: 'APPLIED' });
      expect(await sessionsOf(id)).toMatchObject([{ minutes: 90, revision: 4 }]);
    }
  });

  test('a session that is announced is no session until it has taken place', async () => {
    const sender = await createEndpoint(admin);
    await send({ ...sessionEvent('PLAN-1'), type: 'session.scheduled', time: '2026-02-01T12:00:00Z' }, {}, sender);
    expect(await handled(sender)).toMatchObject([{ status: 'PROCESSED', outcome: 'NOTED' }]);
    expect(await sessionsOf('PLAN-%')).toEqual([]);
    await send(sessionEvent('PLAN-1'), {}, sender);
    await handled(sender);
    expect(await sessionsOf('PLAN-%')).toHaveLength(1);
  });

  describe('that is rated apart from it', () => {
    const ratingOf = (sessionId: string, at: string, data: object) => ({
      type: 'kintell.rating.created',
      time: at,
      data: { session_id: sessionId, ...data },
    });
    const unrated = (sessionId: string, minutes = 60, at = '2026-03-01T12:00:00Z') => {
      const event = sessionEvent(sessionId, { minutes, at });
      return { ...event, data: { ...event.data, rating: undefined } };
    };
    const stored = async (sessionId: string) => {
      const text = `SELECT rating, feedback, duration_minutes AS minutes, revision FROM programs.session
        WHERE company_id = $1 AND source_id = $2`;
      return (await platform.sql.query(text, [company.id, sessionId])).rows;
    };
    const toldOf = async (sessionId: string) => {
      const text = `SELECT o.type, o.data ->> 'rating' AS rating, o.data ->> 'revision' AS revision FROM programs.outbox o
        JOIN programs.session s ON s.company_id = o.company_id AND o.subject = s.id::text
        WHERE o.company_id = $1 AND s.source_id = $2 ORDER BY o.txid, o.seq`;
      return (await platform.sql.query(text, [company.id, sessionId])).rows.map(({ type, rating, revision }) =>
        [type.split('.').slice(1).join(' '), rating, revision].join(' '),
      );
    };

    test('is corrected by its rating, which says so; the same telling again changes nothing', async () => {
      const sender = await createEndpoint(admin);
      await send(unrated('RATED-1'), {}, sender);
      await handled(sender);
      await send(
        ratingOf('RATED-1', '2026-03-02T09:00:00Z', { rating: 5, feedback: 'I dare to call now' }),
        {},
        sender,
      );
      expect((await handled(sender))[0]).toMatchObject({ status: 'PROCESSED', outcome: 'APPLIED' });
      const rated = [{ rating: 5, feedback: 'I dare to call now', minutes: 60, revision: 2 }];
      expect(await stored('RATED-1')).toEqual(rated);
      expect(await toldOf('RATED-1')).toEqual(['session completed  1', 'session completed  2', 'rating created 5 2']);
      await send(unrated('RATED-1'), {}, sender);
      await send(ratingOf('RATED-1', '2026-03-02T09:00:00Z', { rating: 5 }), {}, sender);
      await handled(sender);
      expect(await stored('RATED-1')).toEqual(rated);
      expect(await toldOf('RATED-1')).toHaveLength(3);
    });

    test('keeps its rating when a later correction of it says nothing of one, and takes the newest of two', async () => {
      const sender = await createEndpoint(admin);
      await send(unrated('RATED-2'), {}, sender);
      await send(ratingOf('RATED-2', '2026-03-02T10:00:00Z', { rating: 2 }), {}, sender);
      await send(unrated('RATED-2', 45, '2026-03-03T12:00:00Z'), {}, sender);
      await handled(sender);
      await send(ratingOf('RATED-2', '2026-03-02T09:00:00Z', { rating: 5 }), {}, sender);
      expect((await handled(sender))[0]).toMatchObject({ outcome: 'SUPERSEDED' });
      expect(await stored('RATED-2')).toMatchObject([{ rating: 2, minutes: 45 }]);
    });

    test('is waited for by a rating that comes first', async () => {
      const sender = await createEndpoint(admin);
      await send(ratingOf('RATED-3', '2026-03-02T09:00:00Z', { rating: 3 }), {}, sender);
      expect(await handled(sender)).toMatchObject([{ status: 'RETRYING', failure: { code: 'SESSION_NOT_FOUND' } }]);
      await send(unrated('RATED-3'), {}, sender);
      await platform.sql.query(
        "UPDATE programs.webhook_delivery SET next_attempt_at = now() WHERE company_id = $1 AND status = 'RETRYING'",
        [company.id],
      );
      await until('the rating', async () => (await stored('RATED-3'))[0]?.rating === 3);
    });
  });

  test('that its source deletes is withdrawn, says so, and does not come back by what is late', async () => {
    const sender = await createEndpoint(admin);
    await send(sessionEvent('GONE-1'), {}, sender);
    await handled(sender);
    const [session] = (
      await platform.sql.query("SELECT id FROM programs.session WHERE company_id = $1 AND source_id = 'GONE-1'", [
        company.id,
      ])
    ).rows;
    const deletion = { type: 'kintell.session.deleted', time: '2026-03-05T12:00:00Z', data: { session_id: 'GONE-1' } };
    await send(deletion, {}, sender);
    expect((await handled(sender))[0]).toMatchObject({ status: 'PROCESSED', outcome: 'APPLIED' });
    await send(sessionEvent('GONE-1', { minutes: 30, at: '2026-03-04T12:00:00Z' }), {}, sender);
    expect((await handled(sender))[0]).toMatchObject({ outcome: 'SUPERSEDED' });
    expect(await sessionsOf('GONE-%')).toEqual([]);
    const { rows } = await platform.sql.query(
      "SELECT type, data ->> 'revision' AS revision FROM programs.outbox WHERE company_id = $1 AND subject = $2 ORDER BY txid, seq",
      [company.id, session.id],
    );
    expect(rows.at(-1)).toEqual({ type: 'kintell.session.withdrawn', revision: '2' });
  });

  test('unknown types and newer versions are kept and shown with the reason', async () => {
    const sender = await createEndpoint(admin);
    await send({ type: 'session.teleported' }, {}, sender);
    await send(sessionEvent('FUTURE-1', { dataversion: 2 }), {}, sender);
    const kept = await handled(sender);
    expect(kept.map(({ status, failure }) => [status, failure?.code])).toEqual([
      ['UNRECOGNISED', 'VERSION_UNKNOWN'],
      ['UNRECOGNISED', 'TYPE_UNKNOWN'],
    ]);
    expect(kept.flatMap(({ failedAttempts }) => failedAttempts)).toEqual([]);
    expect(await deliveries({ endpointId: sender.endpointId, status: 'UNRECOGNISED' })).toHaveLength(2);
  });
});

describe('failures', () => {
  test('what the body lacks makes a dead letter with the reason, at once', async () => {
    const sender = await createEndpoint(admin);
    const event = sessionEvent('DEAD-1');
    await send({ ...event, data: { ...event.data, session_type: 'karaoke' } }, {}, sender);
    const [dead] = await handled(sender);
    expect(dead).toMatchObject({ status: 'DEAD', attempts: 1, failure: { code: 'UNKNOWN_SESSION_TYPE' } });
    expect(dead?.failure?.message).toContain('session_type');
    expect(dead?.failedAttempts).toEqual([{ code: 'UNKNOWN_SESSION_TYPE' }]);
  });

  test('what fails on our side is tried again, then a dead letter, and harms no other', async () => {
    const sender = await createEndpoint(admin);
    await platform.sql.query(
      `ALTER TABLE programs.session ADD CONSTRAINT broken CHECK (source_id <> 'BROKEN-1') NOT VALID`,
    );
    await Promise.all([
      ...Array.from({ length: 5 }, (_, index) => send(sessionEvent(`WHOLE-${index}`), {}, sender)),
      send(sessionEvent('BROKEN-1'), { id: 'broken' }, sender),
    ]);
    const [failing] = (await handled(sender)).filter(({ deliveryId }) => deliveryId === 'broken');
    expect(failing).toMatchObject({ status: 'RETRYING', attempts: 1, failure: { code: 'HANDLING_FAILED' } });
    const pause = Date.parse(failing?.nextAttemptAt ?? '') - Date.now();
    expect(pause).toBeGreaterThan(0);
    expect(pause).toBeLessThan(7_500);
    expect(await sessionsOf('WHOLE-%')).toHaveLength(5);
    for (let attempt = 2; attempt <= 8; attempt++) {
      await platform.sql.query(`UPDATE programs.webhook_delivery SET next_attempt_at = now() WHERE id = $1`, [
        failing?.id,
      ]);
      await until(
        `attempt ${attempt}`,
        async () => (await handled(sender)).some(({ attempts }) => attempts === attempt),
        20,
      );
    }
    const [dead] = (await handled(sender)).filter(({ deliveryId }) => deliveryId === 'broken');
    expect(dead).toMatchObject({ status: 'DEAD', nextAttemptAt: null });
    expect(dead?.failedAttempts).toHaveLength(8);
    await platform.sql.query('ALTER TABLE programs.session DROP CONSTRAINT broken');
    expect(await replay([dead?.id ?? ''])).toEqual({ replayed: { count: 1 } });
    await until('session', async () => (await sessionsOf('BROKEN-%')).length === 1);
    const [again] = (await handled(sender)).filter(({ deliveryId }) => deliveryId === 'broken');
    expect(again).toMatchObject({ status: 'PROCESSED', outcome: 'APPLIED', attempts: 1, failure: null });
  }, 120_000);
});

describe('replay', () => {
  test('of everything since a time counts nothing twice', async () => {
    const sender = await createEndpoint(admin);
    const since = new Date().toISOString();
    await Promise.all(Array.from({ length: 30 }, (_, index) => send(sessionEvent(`AGAIN-${index}`), {}, sender)));
    await handled(sender);
    const before = await sessionsOf('AGAIN-%');
    const { replayed } = await admin.get<{ replayed: { count: number } }>(
      `mutation ($input: ReplaySinceInput!) { replayed: replaySince(input: $input) { ... on WebhookDeliveriesReplayed { count } } }`,
      { input: { since, endpointId: sender.endpointId } },
    );
    expect(replayed.count).toBe(30);
    const after = await handled(sender);
    expect(after.map(({ status, outcome }) => `${status} ${outcome}`)).toEqual(Array(30).fill('PROCESSED APPLIED'));
    expect(await sessionsOf('AGAIN-%')).toEqual(before);
  });

  test('of what is not there is refused', async () => {
    expect(await replay([newId(), 'no-id'])).toEqual({ replayed: { code: 'WEBHOOK_DELIVERY_NOT_FOUND' } });
  });
});

test('a test event goes the way of every delivery', async () => {
  for (const signature of ['STANDARD', 'PLAIN'] as const) {
    const sender = await createEndpoint(admin, { source: 'tried', signature });
    await admin.get(
      `mutation ($id: ID!) { sendTestWebhook(endpointId: $id) { ... on WebhookTestSent { delivery { id status } } ... on Refused { code } } }`,
      { id: sender.endpointId },
    );
    expect(await handled(sender)).toMatchObject([{ eventType: 'webhook.test', status: 'PROCESSED', outcome: 'TEST' }]);
  }
});

test('whoever follows the log hears of deliveries', async () => {
  const socket = admin.socket();
  const after = await fromNowOn(platform.sql, 'programs');
  const followed = follow<{ webhookDeliveries: { deliveries: Delivery[] } }>(
    socket,
    'subscription ($after: String) { webhookDeliveries(after: $after) { cursor count deliveries { id eventType status } } }',
    { after },
  );
  await send({ type: 'followed' });
  await until('news', () => JSON.stringify(followed.events).includes('"followed"'));
  await socket.dispose();
});

describe('another company', () => {
  test('sees, replays and rotates nothing of it, and its secret opens nothing', async () => {
    const other = await platform.addCompany('Other');
    const stranger = await platform.administrator(other);
    const theirs = await createEndpoint(stranger);
    const [mine] = await deliveries({ endpointId: kintell.endpointId });
    expect(mine).toBeDefined();
    expect(await deliveries({}, stranger)).toEqual([]);
    expect(await deliveries({ endpointId: kintell.endpointId }, stranger)).toEqual([]);
    expect(await replay([mine?.id ?? ''], stranger)).toEqual({ replayed: { code: 'WEBHOOK_DELIVERY_NOT_FOUND' } });
    const { found } = await stranger.get<{ found: unknown }>(
      'query ($id: ID!) { found: webhookDelivery(id: $id) { id } }',
      { id: mine?.id },
    );
    expect(found).toBeNull();
    for (const field of [
      'disableWebhookEndpoint(id: $id)',
      'rotateWebhookSecret(input: { id: $id })',
      'sendTestWebhook(endpointId: $id)',
    ]) {
      const answer = await stranger.get(`mutation ($id: ID!) { done: ${field} { ... on Refused { code } } }`, {
        id: kintell.endpointId,
      });
      expect(answer).toEqual({ done: { code: 'WEBHOOK_ENDPOINT_NOT_FOUND' } });
    }
    const forged = await send(sessionEvent('FORGED-1'), { path: kintell.path, secret: theirs.secret }, theirs);
    expect(forged.status).toBe(401);
    const crossed = await send(sessionEvent('CROSSED-1'), { headers: { 'x-company-id': company.id } }, theirs);
    expect(crossed.status).toBe(202);
    await handled({ ...theirs });
    expect(await sessionsOf('CROSSED-%')).toEqual([]);
    await until('session of the other company', async () => (await sessionsOf('CROSSED-%', other)).length === 1);
  });
});

test('who may not read webhooks sees none, and an API key changes none', async () => {
  await platform.addMember(company, 'analyst@receiver.example', 'ANALYST');
  const analyst = await platform.signIn('analyst@receiver.example');
  const answer = await analyst.ask('{ webhookDeliveries { nodes { id payload } } webhookEndpoints { nodes { id } } }');
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
  expect(answer.data ?? {}).not.toHaveProperty('webhookDeliveries.nodes');
});

test('what is done to endpoints stands in the audit log', async () => {
  const entries = await until('lines of the audit log', async () => {
    const { auditLog } = await admin.get<{ auditLog: { nodes: { action: string }[] } }>(
      '{ auditLog(first: 100) { nodes { action } } }',
    );
    const actions = new Set(auditLog.nodes.map(({ action }) => action));
    return actions.has('webhook.test.sent') && actions;
  });
  expect([...entries]).toEqual(
    expect.arrayContaining([
      'webhook.endpoint.created',
      'webhook.endpoint.disabled',
      'webhook.secret.rotated',
      'webhook.replayed',
      'webhook.test.sent',
    ]),
  );
});
