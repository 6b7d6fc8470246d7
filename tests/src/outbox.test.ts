import { createChangeWatch } from '@teei/router/identity/change-watch';
import { type Database, openDatabase } from '@teei/runtime/database';
import { newId } from '@teei/runtime/id';
import { outboxNews } from '@teei/runtime/outbox-news';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';
import { until } from './until.ts';

let platform: TestPlatform;
let companyId: string;
const opened: Database[] = [];

beforeAll(async () => {
  platform = await startTestPlatform();
  companyId = await platform.addCompany('Outbox');
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await platform?.close();
});

function open(role: 'teei_relay' | 'teei_profile', pipeline: boolean): Database {
  const database = openDatabase({ url: platform.databaseUrl, role, connections: 1, pipeline });
  opened.push(database);
  return database;
}

describe('an outbox with much in it is read at its end', () => {
  const add = (type: string, count: number) =>
    platform.sql.query(
      `INSERT INTO profile.outbox (id, company_id, type, data_version, subject, size, data)
        SELECT gen_random_uuid(), $1, $2, 1, 'one', 1, '{}' FROM generate_series(1, $3)`,
      [companyId, type, count],
    );
  /** Scans of the whole table by this connection, with statistics and without. */
  const scansOf = async (relay: Database, look: () => Promise<void>): Promise<number[]> => {
    const scans = async (): Promise<number> => {
      await relay.pool.query('SELECT pg_stat_force_next_flush()');
      const { rows } = await relay.pool.query<{ scans: number }>(
        `SELECT seq_scan AS scans FROM pg_stat_user_tables WHERE relid = 'profile.outbox'::regclass`,
      );
      return rows[0]?.scans ?? Number.NaN;
    };
    const more: number[] = [];
    for (const statement of ['ANALYZE profile.outbox', 'VACUUM profile.outbox']) {
      await platform.sql.query(statement);
      const before = await scans();
      for (let count = 0; count < 8; count++) await look();
      more.push((await scans()) - before);
    }
    return more;
  };

  test('for news of rare events among frequent ones', async () => {
    const relay = open('teei_relay', true);
    const news = outboxNews(relay, 'profile');
    const start = await news({ txid: 0, seq: 0 }, ['test.rare']);
    expect(start.some).toBe(false);
    await add('test.frequent', 5_000);
    expect((await news(start.head, ['test.rare', 'test.frequent'])).some).toBe(true);
    const { head } = await news(start.head, ['test.rare']);
    const look = async (): Promise<void> => expect((await news(head, ['test.rare'])).some).toBe(false);
    expect(await scansOf(relay, look)).toEqual([0, 0]);
    await add('test.rare', 1);
    expect((await news(head, ['test.rare'])).some).toBe(true);
  });

  test('for changes of rights', async () => {
    const relay = open('teei_relay', true);
    const { wakeUps, log } = platform.platform;
    let looks = 0;
    let changes = 0;
    const alongside = async (): Promise<void> => void looks++;
    const watch = createChangeWatch({ relayDatabase: relay, wakeUps, log, onChange: () => changes++, alongside });
    watch.start();
    const look = async (): Promise<void> => {
      const before = looks;
      wakeUps.wake('profile');
      await until('a look', () => looks > before);
    };
    await look();
    expect(await scansOf(relay, look)).toEqual([0, 0]);
    const before = changes;
    await add('profile.member.changed', 1);
    await until('the change', () => changes > before);
    await watch.stop();
  });
});

describe.each([true, false])('a transaction that ends with its last statements (pipeline: %s)', (pipeline) => {
  const follow = async (text: string): Promise<{ rows: number; effects: number; error: string | undefined }> => {
    const database = open('teei_profile', pipeline);
    const name = newId();
    let effects = 0;
    const done = inTenant(database, serviceViewer('test', companyId), async (tx) => {
      const insert = async (): Promise<void> => {
        await tx.query({
          text: `INSERT INTO profile.participant (id, company_id, email, created_at) VALUES ($1, $2, $3, now())`,
          values: [newId(), companyId, name],
        });
        tx.afterCommit(() => effects++);
      };
      await tx.endWith(Promise.all([insert(), tx.query({ text })]));
    });
    const error = await done.then(
      () => undefined,
      (thrown: Error) => thrown.message,
    );
    const { rows } = await platform.sql.query('SELECT FROM profile.participant WHERE email = $1', [name]);
    // The connection goes on for others.
    await inTenant(database, serviceViewer('test', companyId), (tx) => tx.query({ text: 'SELECT 1' }));
    return { rows: rows.length, effects, error };
  };

  test('commits them, and then has its effects', async () => {
    expect(await follow('SELECT 1')).toEqual({ rows: 1, effects: 1, error: undefined });
  });

  test('commits nothing when one of them fails, and tells of it', async () => {
    expect(await follow('SELECT 1 / 0')).toEqual({ rows: 0, effects: 0, error: 'division by zero' });
  });
});
