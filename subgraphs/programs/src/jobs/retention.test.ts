import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { defineConsumer } from '@teei/runtime/consumer';
import type { Platform, Subgraph } from '@teei/runtime/create-subgraph';
import { defineEvent } from '@teei/runtime/define-event';
import { newId } from '@teei/runtime/id';
import { cursorOf } from '@teei/runtime/live-tail';
import { createOutboxClearing } from '@teei/runtime/outbox-clearing';
import { clearOldEvents } from '@teei/runtime/retention';
import { serviceViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestPlatform, type TestPlatform } from '../../../../tests/src/test-platform.ts';
import { until } from '../../../../tests/src/until.ts';
import { createPrograms } from '../main.ts';
import { removeOldUploads } from './old-uploads.ts';
import { clearOldBodies } from './old-webhook-bodies.ts';

/** What has done its work is kept for a while, then cleared: never before everybody has had it, never without saying so. */
const retention = { events: 30, uploads: 90, webhooks: 60, words: 90 };

let test: TestPlatform;
let platform: Platform;
let programs: Subgraph;
let company: string;

beforeAll(async () => {
  test = await startTestPlatform();
  platform = { ...test.platform, retention };
  programs = test.join(createPrograms(platform));
  company = await test.addCompany('Kept');
  await programs.start();
});

afterAll(async () => {
  await programs.destroy();
  await test.close();
});

beforeEach(async () => {
  for (const table of ['outbox', 'outbox_position', 'inbox', 'webhook_delivery'])
    await test.sql.query(`DELETE FROM programs.${table}`);
  await test.sql.query('UPDATE programs.outbox_horizon SET txid = 0, seq = 0');
});

const event = defineEvent('kintell.session.withdrawn', 1, z.object({}));

const consumer = defineConsumer({
  name: 'tests-wants-sessions',
  source: 'programs',
  contracts: [event],
  handle: async () => undefined,
});

/** Events of so many days ago; answers their ids, oldest first. */
async function tell(daysAgo: number, count = 1): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await test.sql.query(
    `INSERT INTO programs.outbox (id, company_id, type, data_version, subject, data, occurred_at)
      SELECT id, $2, $3, 1, $4, '{}', now() - make_interval(days => $5) FROM unnest($1::uuid[]) AS id`,
    [ids, company, event.type, newId(), daysAgo],
  );
  return ids;
}

async function kept(): Promise<string[]> {
  const { rows } = await test.sql.query<{ id: string }>('SELECT id FROM programs.outbox ORDER BY txid, seq');
  return rows.map(({ id }) => id);
}

async function place(id: string): Promise<{ txid: number; seq: number }> {
  const { rows } = await test.sql.query('SELECT txid, seq FROM programs.outbox WHERE id = $1', [id]);
  return { txid: Number(rows[0].txid), seq: Number(rows[0].seq) };
}

async function hasHad(name: string, id: string): Promise<void> {
  const { txid, seq } = await place(id);
  await test.sql.query(
    `INSERT INTO programs.outbox_position (consumer, txid, seq) VALUES ($1, $2, $3)
      ON CONFLICT (consumer) DO UPDATE SET txid = excluded.txid, seq = excluded.seq`,
    [name, txid, seq],
  );
}

async function note(id: string, daysAgo: number, name = consumer.name): Promise<void> {
  await test.sql.query(
    'INSERT INTO programs.inbox (company_id, consumer, event_id, handled_at) VALUES ($1, $2, $3, now() - make_interval(days => $4))',
    [company, name, id, daysAgo],
  );
}

async function notes(): Promise<string[]> {
  return (await test.sql.query<{ id: string }>('SELECT event_id AS id FROM programs.inbox')).rows.map(({ id }) => id);
}

const clear = () => clearOldEvents({ schema: 'programs', ...platform, retention }, [consumer]);

const passport = () => ({
  viewer: serviceViewer('tests', company, 'programmes:read', 'imports:read', 'imports:write'),
  correlationId: newId(),
});

describe('an outbox', () => {
  it('loses what is old and every consumer has had, and keeps the rest', async () => {
    await tell(31, 12_000);
    const young = await tell(29, 2);
    await hasHad('one', young[1] ?? '');
    await hasHad('other', young[0] ?? '');
    await clear();
    expect(await kept()).toEqual(young);
  });

  it('keeps what a consumer has not had, however old, and names the consumer', async () => {
    const [first = '', second = ''] = await tell(40, 2);
    const [third = ''] = await tell(35);
    await hasHad('quick', third);
    await hasHad('slow', first);
    await clear();
    expect(await kept()).toEqual([second, third]);
    const clearing = createOutboxClearing(platform.relayDatabase, 'programs');
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    expect([await clearing.heldBackBy(daysAgo(30)), await clearing.heldBackBy(daysAgo(50))]).toEqual([
      'slow',
      undefined,
    ]);
  });

  it('keeps young rows that were written before old ones, and what comes after them', async () => {
    const young = await tell(3);
    const old = await tell(40);
    await clear();
    expect(await kept()).toEqual([...young, ...old]);
  });
});

describe('an inbox', () => {
  it('loses old notes, and keeps those of events that could come again', async () => {
    const [had = '', waiting = ''] = await tell(60, 2);
    await hasHad(consumer.name, had);
    // Its effect was committed; that it was fed was not, because the platform fell and stayed down for two months.
    await note(waiting, 59);
    const longGone = newId();
    const recent = newId();
    await note(longGone, 61);
    await note(recent, 5);
    await note(had, 60);
    await clear();
    expect((await notes()).sort()).toEqual([had, waiting, recent].sort());
    await hasHad(consumer.name, waiting);
    await clear();
    expect(await notes()).toEqual([recent]);
  });

  it('keeps the last day whatever anybody asks for', async () => {
    const today = newId();
    await note(today, 0);
    await note(newId(), 2);
    await platform.relayDatabase.pool.query('DELETE FROM programs.inbox');
    expect(await notes()).toEqual([today]);
  });
});

describe('a cursor', () => {
  const subscribe = (after: string) =>
    programs.subscribe(
      {
        query: 'subscription ($after: String) { sessionActivity(after: $after) { cursor change } }',
        variables: { after },
      },
      passport(),
    );

  it('from before what was cleared is refused, with what to do', async () => {
    const [first = '', second = ''] = await tell(40, 2);
    const cursor = cursorOf(await place(first));
    const last = cursorOf(await place(second));
    await clear();
    const answer = await subscribe(cursor);
    expect(answer).toMatchObject({
      errors: [{ extensions: { code: 'CURSOR_EXPIRED', remedy: expect.stringContaining('without a cursor') } }],
    });
    // Nothing behind the last one was cleared.
    const events = await subscribe(last);
    if (!(Symbol.asyncIterator in events)) throw new Error('the subscription did not start');
    await tell(0);
    expect((await events.next()).value).toMatchObject({ data: { sessionActivity: { change: 'WITHDRAWN' } } });
    await events.return?.();
  });

  it('that expires under a slow reader ends the subscription with the same words', async () => {
    const [first = ''] = await tell(40, 1_000);
    const events = await subscribe(cursorOf({ ...(await place(first)), seq: 0 }));
    if (!(Symbol.asyncIterator in events)) throw new Error('the subscription did not start');
    expect((await events.next()).value).toMatchObject({ data: {} });
    await clear();
    const rest = [];
    for await (const each of events) rest.push(each);
    expect(rest.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] });
    expect(rest.length).toBeLessThan(1_000);
  });
});

describe('uploads', () => {
  const ask = (query: string, variables: object) =>
    programs.execute({ query, variables: { ...variables } }, passport());

  async function upload(daysAgo: number): Promise<string> {
    const id = newId();
    const path = join(platform.dataFolder, 'uploads', company, id);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'a,b\n1,2\n');
    await test.sql.query(
      `INSERT INTO programs.upload (id, company_id, file_name, byte_size, sha256, uploaded_by, uploaded_at)
        VALUES ($1, $2, 'sessions.csv', 8, 'x', 'u', now() - make_interval(days => $3))`,
      [id, company, daysAgo],
    );
    return id;
  }

  async function importOf(uploadId: string, status: string, daysAgo: number): Promise<string> {
    const id = newId();
    await test.sql.query(
      `INSERT INTO programs.import (id, company_id, upload_id, status, dialect, columns, missing_fields, preview, created_by, created_at, finished_at)
        VALUES ($1, $2, $3, $4, '{}', '[]', '{}', '[]', 'u', now() - make_interval(days => $5),
          CASE WHEN $4 = 'COMPLETED' THEN now() - make_interval(days => $5) END)`,
      [id, company, uploadId, status, daysAgo],
    );
    return id;
  }

  const refusalOf = async (field: string, query: string, variables: object): Promise<unknown> => {
    const { data, errors } = await ask(query, variables);
    expect(errors).toBeUndefined();
    return (data as Record<string, { code: string }>)[field]?.code;
  };

  it('lose their files when all that was done with them is long over; the imports stay', async () => {
    const over = await upload(100);
    const done = await importOf(over, 'COMPLETED', 95);
    const planned = await upload(100);
    const stale = await importOf(planned, 'PLANNED', 95);
    const recentlyUsed = await upload(100);
    await importOf(recentlyUsed, 'COMPLETED', 10);
    const running = await upload(100);
    await importOf(running, 'RUNNING', 95);
    const young = await upload(80);
    await removeOldUploads(programs.parts);
    expect((await files()).sort()).toEqual([recentlyUsed, running, young].sort());
    const { rows } = await test.sql.query('SELECT count(*)::int AS n FROM programs.import WHERE id = ANY ($1)', [
      [done, stale],
    ]);
    expect(rows[0].n).toBe(2);
    const { data } = await ask('query ($id: ID!) { import(id: $id) { fileName upload { id } } }', { id: done });
    expect(data).toEqual({ import: { fileName: 'sessions.csv', upload: null } });
    const plan = 'mutation ($id: ID!) { planImport(input: { uploadId: $id }) { ... on Refused { code } } }';
    expect(await refusalOf('planImport', plan, { id: over })).toBe('UPLOAD_REMOVED');
    const start = 'mutation ($id: ID!) { startImport(id: $id) { ... on Refused { code } } }';
    expect(await refusalOf('startImport', start, { id: stale })).toBe('UPLOAD_REMOVED');
  });

  const files = () => readdir(join(platform.dataFolder, 'uploads', company));
});

describe('bodies of webhooks', () => {
  async function delivered(daysAgo: number, body: string, status = 'PROCESSED', owner = company): Promise<string> {
    const id = newId();
    const endpointId = newId();
    await test.sql.query(
      "INSERT INTO programs.webhook_endpoint (id, company_id, name, source, signature, created_by) VALUES ($1, $2, 'e', 'kintell', 'STANDARD', 'u')",
      [endpointId, owner],
    );
    const came = new Date(Date.now() - daysAgo * 86_400_000);
    const [done, next] = status === 'RETRYING' ? [null, new Date(Date.now() + 86_400_000)] : [came, null];
    await test.sql.query(
      `INSERT INTO programs.webhook_delivery (id, company_id, endpoint_id, source, delivery_id, event_type, occurred_at, headers, body, status,
          received_at, handled_at, body_kept_since, next_attempt_at)
        VALUES ($1, $2, $3, 'kintell', $4, 'x', $5, '{}', $6, $7, $5, $8, $8, $9)`,
      [id, owner, endpointId, id, came, body, status, done, next],
    );
    return id;
  }

  async function bodyOf(id: string): Promise<object> {
    const { rows } = await test.sql.query(
      'SELECT body, body_sha256 AS hash, status, error_code AS code FROM programs.webhook_delivery WHERE id = $1',
      [id],
    );
    return rows[0];
  }

  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

  it('are cleared some time after they were handled, in every company, and their hashes stay', async () => {
    const body = '{"name":"Oksana Å"}';
    const other = await test.addCompany('Other');
    const old = [await delivered(61, body), await delivered(61, body, 'DEAD', other)];
    const kept = [await delivered(59, body), await delivered(61, body, 'RETRYING')];
    await clearOldBodies(programs.parts);
    for (const id of old) expect(await bodyOf(id)).toMatchObject({ body: null, hash: hashOf(body) });
    for (const id of kept) expect(await bodyOf(id)).toMatchObject({ body, hash: null });
  });

  it('that were cleared are not replayed, and say so', async () => {
    const id = await delivered(61, '{}');
    const scopes = ['webhooks:read', 'webhooks:write'] as const;
    const admin = { viewer: serviceViewer('tests', company, ...scopes), correlationId: newId() };
    const replay = {
      query:
        'mutation ($ids: [ID!]!) { replayWebhookDeliveries(ids: $ids) { ... on Refused { code } ... on WebhookDeliveriesReplayed { count } } }',
      variables: { ids: [id] },
    };
    await clearOldBodies(programs.parts);
    expect(await programs.execute(replay, admin)).toMatchObject({
      data: { replayWebhookDeliveries: { code: 'WEBHOOK_BODY_CLEARED' } },
    });
    const since = {
      query:
        'mutation ($input: ReplaySinceInput!) { replaySince(input: $input) { ... on WebhookDeliveriesReplayed { count } } }',
      variables: { input: { since: new Date(Date.now() - 62 * 86_400_000).toISOString(), status: 'PROCESSED' } },
    };
    const before = await test.sql.query(
      'SELECT FROM programs.webhook_delivery WHERE company_id = $1 AND body IS NOT NULL AND status = $2',
      [company, 'PROCESSED'],
    );
    expect(await programs.execute(since, admin)).toMatchObject({ data: { replaySince: { count: before.rowCount } } });
  });

  it('that name somebody who is erased are cleared at once, also before they are handled; others stay', async () => {
    const named = '{"data":{"participant":{"email":"Gone\\u0040example.org"}}}';
    const byId = '{"data":{"mentee":{"id":"P-7"}}}';
    const [done, waiting, numbered] = [
      await delivered(1, named),
      await delivered(0, named, 'RETRYING'),
      await delivered(1, byId),
    ];
    const stays = await delivered(1, '{"data":{"email":"here@example.org","duration":7}}');
    const other = await test.addCompany('Elsewhere');
    const foreign = await delivered(1, named, 'PROCESSED', other);
    const viewer = serviceViewer('privacy', company, 'internal:people');
    const clear = {
      query: 'mutation ($person: PersonNames!) { clearWebhooksNaming(person: $person) }',
      variables: { person: { addresses: ['gone@example.org'], externalIds: ['p-7'] } },
    };
    expect(await programs.execute(clear, { viewer, correlationId: newId() })).toMatchObject({
      data: { clearWebhooksNaming: 3 },
    });
    expect(await bodyOf(done)).toMatchObject({ body: null, hash: hashOf(named), status: 'PROCESSED' });
    expect(await bodyOf(waiting)).toMatchObject({ body: null, status: 'DEAD', code: 'PERSON_ERASED' });
    expect(await bodyOf(numbered)).toMatchObject({ body: null });
    for (const id of [stays, foreign]) expect(await bodyOf(id)).toMatchObject({ hash: null });
  });
});

it('all of this is done by the workers of the subgraph, without anybody asking', async () => {
  const [event = ''] = await tell(31);
  await hasHad('programs-import-requests', event);
  const path = join(platform.dataFolder, 'uploads', company, newId());
  await test.sql.query(
    `INSERT INTO programs.upload (id, company_id, file_name, byte_size, sha256, uploaded_by, uploaded_at)
      VALUES ($1, $2, 'sessions.csv', 8, 'x', 'u', now() - interval '91 days')`,
    [basename(path), company],
  );
  await writeFile(path, 'a,b');
  await programs.work();
  await until('cleared outbox', async () => (await kept()).length === 0);
  await until('removed file', () => !existsSync(path));
});
